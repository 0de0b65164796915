package io.rendezvous.systemtest.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rendezvous.systemtest.load.drive.TurnDone;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimingsTest {
  private final Timings timings = new Timings();

  @Test
  void overhead_is_the_turn_less_the_models_own_time() {
    timings.open();
    timings.accept(turn(1_030, 1_000, null));
    Latency overhead = Latency.of(timings.overhead());
    assertThat(overhead.p50()).isCloseTo(30, within(0.1));
    assertThat(Latency.of(timings.turn()).p50()).isCloseTo(1_030, within(1.0));
  }

  @Test
  void percentiles_come_from_every_turn() {
    timings.open();
    for (int millis = 1; millis <= 1_000; millis++) {
      timings.accept(turn(millis, 0, null));
    }
    Latency overhead = Latency.of(timings.overhead());
    assertThat(overhead.count()).isEqualTo(1_000);
    assertThat(overhead.p50()).isCloseTo(500, within(1.0));
    assertThat(overhead.p99()).isCloseTo(990, within(1.0));
    assertThat(overhead.max()).isCloseTo(1_000, within(1.0));
    assertThat(overhead.curve()).isSorted().hasSize(41);
    assertThat(overhead.curve().get(10)).isCloseTo(overhead.p90(), within(1.0));
  }

  @Test
  void turns_outside_of_the_time_do_not_count_but_their_errors_do() {
    timings.accept(turn(5, 0, null));
    timings.accept(turn(5, 0, "status 503"));
    assertThat(timings.ended()).isZero();
    assertThat(timings.errors()).isEqualTo(Map.of("status 503", 1L));
  }

  private static TurnDone turn(long millis, long ownMillis, @Nullable String error) {
    return new TurnDone(0, 1, 0, 0, millis * 1_000_000, ownMillis * 1_000, error);
  }
}
