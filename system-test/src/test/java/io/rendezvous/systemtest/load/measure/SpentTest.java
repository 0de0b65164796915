package io.rendezvous.systemtest.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SpentTest {
  private static final Sample BEFORE =
      new Sample(0, new MachineTime(1_000, 10_000), Map.of("ours", 500.0), Map.of("ours", 1L));

  @Test
  void strangers_took_what_was_busy_and_is_not_ours() {
    var after =
        new Sample(
            5_000_000_000L, new MachineTime(7_000, 20_000), Map.of("ours", 4_500.0), Map.of());
    Spent spent = Spent.between(BEFORE, after);
    assertThat(spent.seconds()).isEqualTo(5);
    assertThat(spent.busy()).isCloseTo(0.6, within(1e-9));
    assertThat(spent.strangers()).isCloseTo(0.2, within(1e-9));
    assertThat(spent.cpuMillis()).containsEntry("ours", 4_000.0);
  }

  @Test
  void counters_that_do_not_tick_together_leave_no_negative_share() {
    var after =
        new Sample(
            1_000_000_000L, new MachineTime(2_000, 12_000), Map.of("ours", 1_600.0), Map.of());
    assertThat(Spent.between(BEFORE, after).strangers()).isZero();
  }
}
