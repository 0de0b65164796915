package io.rendezvous.systemtest.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.UserId;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.fault.Beds;
import io.rendezvous.systemtest.fault.Setup;
import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.measure.Lag;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.scripted.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No times are judged here: only that what is reported can be believed. The product is that of the
 * faults, since starting one more takes long.
 */
@OwnProcesses
class ShortRunTest {
  private static final int CONVERSATIONS = 4;
  private static final int TURNS = 3;

  @TempDir Path folder;

  @Test
  void a_short_load_is_measured_on_the_product_and_on_the_plain_loop() throws Exception {
    var running = Beds.ofThisProcess().take(Setup.USUAL);
    var bed = new Bed(running.model(), running.deployment());
    Load load = Load.turns(CONVERSATIONS, TURNS);
    for (int user = 0; user < CONVERSATIONS; user++) {
      running.remember(new UserId("u-load" + user));
    }
    bed.model().follow(Script.USUAL.thinking(Duration.ofMillis(20)));
    long asked = bed.model().requests();
    Measured product = bed.drive(load);
    assertSane(product);
    assertThat(product.cpuMillisPerTurn())
        .containsKeys("gateway-0", "orchestrator-0", "calendar-0", "history-0", "broker")
        .containsKeys(Bed.APART.toArray(String[]::new));
    assertThat(bed.model().requests() - asked).isEqualTo(2 * CONVERSATIONS * TURNS);
    assertThat(Lag.drain(bed.deployment().bootstrapServers()).drainSeconds()).isNotNegative();
    assertSane(PlainRun.sqlite(bed, load, folder));
    assertSane(PlainRun.inMemory(bed, load, folder));
    bed.model().follow(Script.USUAL);
  }

  private static void assertSane(Measured measured) {
    assertThat(measured.errors()).isEqualTo(Map.of());
    assertThat(measured.turns()).isEqualTo(CONVERSATIONS * TURNS);
    assertThat(measured.firstText().count()).isEqualTo(measured.turns());
    // Two calls of the model, 20 ms each.
    assertThat(measured.turn().p50()).isGreaterThan(40);
    assertThat(measured.overhead().p50()).isPositive().isLessThan(measured.turn().p50());
    assertThat(measured.cpuMillisPerTurn().values()).anyMatch(cpu -> cpu > 0);
    assertThat(measured.strangers()).isBetween(0.0, 1.0);
  }
}
