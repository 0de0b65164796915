package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.model.ModelFailure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RetriesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);

  private final Retries retries = new Retries(3, Duration.ofSeconds(2), Duration.ofSeconds(3));

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "TIMED_OUT", "RATE_LIMITED", "INCOMPLETE"})
  void asks_again_after_what_may_pass(ModelFailure reason) {
    assertThat(pauseAfter(1, failure(reason, null), LATER))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"UNAVAILABLE", "TIMED_OUT", "RATE_LIMITED", "INCOMPLETE"})
  void does_not_ask_again_after_what_will_not_pass(ModelFailure reason) {
    assertThat(pauseAfter(1, failure(reason, null), LATER)).isNull();
  }

  @Test
  void never_waits_longer_than_the_limit_of_its_own() {
    assertThat(pauseAfter(2, failure(ModelFailure.UNAVAILABLE, null), LATER))
        .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(3));
  }

  @Test
  void waits_as_long_as_the_provider_asks() {
    var failure = failure(ModelFailure.RATE_LIMITED, Duration.ofSeconds(45));
    assertThat(pauseAfter(1, failure, LATER)).isEqualTo(Duration.ofSeconds(45));
  }

  @Test
  void does_not_wait_beyond_the_deadline() {
    var failure = failure(ModelFailure.RATE_LIMITED, Duration.ofSeconds(45));
    assertThat(pauseAfter(1, failure, NOW.plusSeconds(45))).isNull();
  }

  @Test
  void gives_up_after_the_last_try() {
    assertThat(pauseAfter(3, failure(ModelFailure.UNAVAILABLE, null), LATER)).isNull();
  }

  private Duration pauseAfter(int failures, ModelException failure, Instant deadline) {
    return retries.pauseAfter(failures, failure, NOW, deadline);
  }

  private static ModelException failure(ModelFailure reason, Duration retryAfter) {
    return new ModelException(reason, "so", retryAfter, null);
  }
}
