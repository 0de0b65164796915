package io.rendezvous.common.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration MAX = Duration.ofSeconds(10);

  @Test
  void doubles_up_to_its_limit() {
    // All bits set: the largest double below one, so that next to nothing is cut.
    RandomGenerator most = () -> -1L;
    var backoff = new Backoff(FIRST, MAX, most);
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(499), FIRST);
    assertThat(backoff.after(2)).isBetween(Duration.ofMillis(999), Duration.ofSeconds(1));
    assertThat(backoff.after(6)).isBetween(Duration.ofMillis(9_999), MAX);
    assertThat(backoff.after(1_000_000)).isBetween(Duration.ofMillis(9_999), MAX);
  }

  @Test
  void cuts_half_at_most() {
    RandomGenerator least = () -> 0L;
    assertThat(new Backoff(FIRST, MAX, least).after(1)).isEqualTo(Duration.ofMillis(250));
  }
}
