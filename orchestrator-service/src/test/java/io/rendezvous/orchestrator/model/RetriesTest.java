package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.orchestrator.model.Next.Again;
import io.rendezvous.orchestrator.model.Next.Another;
import io.rendezvous.orchestrator.model.Next.GiveUp;
import io.rendezvous.orchestrator.model.Retries.Tried;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.AbstractDurationAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);
  private static final Duration LONG = Duration.ofSeconds(45);

  private final Retries retries =
      new Retries(3, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(20));

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "TIMED_OUT", "RATE_LIMITED", "INCOMPLETE", "PASSED_OVER"})
  void the_last_model_is_asked_again_after_what_may_pass(ModelFailure reason) {
    assertAgain(after(alone(1), reason, null))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAUTHORIZED", "REJECTED", "FILTERED", "LEAKED", "LOST"})
  void no_model_is_asked_again_after_what_will_not_pass(ModelFailure reason) {
    assertThat(after(alone(1), reason, null)).isEqualTo(new Another());
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE", "RATE_LIMITED", "INCOMPLETE"})
  void the_first_model_is_asked_three_times(ModelFailure reason) {
    assertAgain(after(first(1), reason, null)).isPositive();
    assertAgain(after(first(2), reason, null)).isPositive();
    assertThat(after(first(3), reason, null)).isEqualTo(new Another());
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMED_OUT", "PASSED_OVER"})
  void where_there_is_another_nobody_waits_for_the_first(ModelFailure reason) {
    assertThat(after(first(1), reason, null)).isEqualTo(new Another());
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED"})
  void a_rest_that_a_provider_asks_for_is_the_others_chance(ModelFailure reason) {
    assertThat(after(first(1), reason, LONG)).isEqualTo(new Another());
    assertAgain(after(alone(1), reason, LONG)).isEqualTo(LONG);
  }

  @ParameterizedTest
  @EnumSource(names = {"MALFORMED", "UNBACKED"})
  void a_model_is_told_once_what_was_wrong_and_asked_again_at_once(ModelFailure reason) {
    assertAgain(after(first(2), reason, null)).isZero();
    var told = new Tried(2, true, false, Duration.ZERO);
    assertThat(after(told, reason, null)).isEqualTo(new Another());
  }

  @Test
  void who_may_ask_a_few_times_only_asks_each_model_once() {
    var failure = failure(ModelFailure.UNAVAILABLE, null);
    assertThat(retries.sparing().after(first(1), failure, NOW, LATER)).isEqualTo(new Another());
  }

  @Test
  void never_waits_longer_than_the_limit_of_its_own() {
    assertAgain(after(alone(2), ModelFailure.UNAVAILABLE, null))
        .isBetween(Duration.ofMillis(1_500), Duration.ofSeconds(3));
  }

  @Test
  void loses_patience() {
    var late = new Tried(1, false, false, Duration.ofSeconds(20));
    assertThat(after(late, ModelFailure.UNAVAILABLE, null)).isEqualTo(new Another());
    assertThat(after(late, ModelFailure.PASSED_OVER, LONG)).isEqualTo(new Another());
  }

  @Test
  void does_not_wait_beyond_the_deadline() {
    var failure = failure(ModelFailure.RATE_LIMITED, LONG);
    assertThat(retries.after(alone(1), failure, NOW, NOW.plus(LONG))).isEqualTo(new Another());
    assertThat(retries.after(first(1), failure, NOW, NOW)).isEqualTo(new GiveUp());
  }

  @ParameterizedTest
  @EnumSource(names = {"STOPPED", "OVER_BUDGET"})
  void nobody_is_asked_after_a_stop_or_with_no_budget_left(ModelFailure reason) {
    assertThat(after(first(1), reason, null)).isEqualTo(new GiveUp());
  }

  @Test
  void gives_up_after_the_last_try() {
    assertThat(after(alone(3), ModelFailure.UNAVAILABLE, null)).isEqualTo(new Another());
  }

  private static Tried first(int failures) {
    return new Tried(failures, false, true, Duration.ZERO);
  }

  private static Tried alone(int failures) {
    return new Tried(failures, false, false, Duration.ZERO);
  }

  private Next after(Tried tried, ModelFailure reason, @Nullable Duration asked) {
    return retries.after(tried, failure(reason, asked), NOW, LATER);
  }

  private static AbstractDurationAssert<?> assertAgain(Next next) {
    return assertThat(assertThat(next).asInstanceOf(type(Again.class)).actual().pause());
  }

  private static ModelException failure(ModelFailure reason, @Nullable Duration retryAfter) {
    return new ModelException(reason, "so", retryAfter, null);
  }
}
