package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.proxy.Links.Target;
import io.rendezvous.systemtest.proxy.TcpProxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class LostCommitTest {
  /** Kafka's key of EndTxn. */
  private static final short END_TRANSACTION = 26;

  @FaultRow(number = 11, fault = "commit answer lost")
  void nothing_is_committed_by_half(Scene scene) throws Exception {
    TcpProxy link = scene.link(Service.ORCHESTRATOR, Target.BROKER);
    int times = 5;
    for (int i = 0; i < times; i++) {
      scene.letRun(1);
      link.loseAnswerOf(END_TRANSACTION)
          .get(scene.stretched(Duration.ofSeconds(60)).toSeconds(), TimeUnit.SECONDS);
      scene.diary().note("lost the answer of a commit");
      scene.letRun(3);
    }
    scene.heal();
    var evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.published(evidence)).matches(Seen::each, "each call stands there once");
    scene.note(times + " answers lost");
  }
}
