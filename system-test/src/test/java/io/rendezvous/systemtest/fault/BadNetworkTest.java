package io.rendezvous.systemtest.fault;

import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.proxy.TcpProxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class BadNetworkTest {
  private static final Duration DELAY = Duration.ofMillis(200);

  @FaultRow(
      number = 12,
      fault = "random cuts, stalls and delays of 200 ± 200 ms on every connection")
  void slows_down_and_breaks_nothing(Scene scene) throws Exception {
    List<TcpProxy> links = List.copyOf(scene.deployment().links().all());
    Instant end = Instant.now().plus(scene.settings().outage().multipliedBy(2));
    int cuts = 0;
    int stalls = 0;
    links.forEach(link -> link.delay(DELAY, DELAY, scene.seed()));
    while (Instant.now().isBefore(end)) {
      Thread.sleep(scene.random().nextLong(100, 1_000));
      TcpProxy link = links.get(scene.random().nextInt(links.size()));
      if (scene.random().nextBoolean()) {
        link.cut();
        cuts++;
      } else {
        link.stall();
        Thread.sleep(scene.random().nextLong(100, 2_000));
        link.heal();
        link.delay(DELAY, DELAY, scene.random().nextLong());
        stalls++;
      }
    }
    scene.heal();
    Evidence evidence = scene.verify();
    long others =
        Seen.ends(evidence).values().stream()
            .filter(reason -> reason.status() != TurnStatus.COMPLETED)
            .count();
    scene.note(cuts + " cuts, " + stalls + " stalls, " + others + " turns not completed");
  }
}
