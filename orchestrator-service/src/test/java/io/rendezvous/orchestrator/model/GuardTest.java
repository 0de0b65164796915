package io.rendezvous.orchestrator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardTest {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private static final ModelRequest REQUEST =
      new ModelRequest(
          Instant.EPOCH,
          Instant.MAX,
          Preferences.DEFAULT,
          "",
          List.of(),
          List.of(),
          ModelParameters.DEFAULT);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
  private final Guard guard = guard(60_000);

  private Guard guard(int callsPerMinute) {
    return new Guard("a model", CircuitSettings.DEFAULT, callsPerMinute, now::get);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "TIMED_OUT", "RATE_LIMITED", "UNAUTHORIZED", "INCOMPLETE"})
  void a_model_that_fails_too_often_is_passed_over(ModelFailure reason) throws Exception {
    for (int i = 0; i < 5; i++) {
      fail(reason, null);
    }
    assertThat(guard.isOpen()).isTrue();
    assertPassedOver(guard, CircuitSettings.DEFAULT.openFor());
  }

  @ParameterizedTest
  @EnumSource(
      names = {"FILTERED", "MALFORMED", "REJECTED", "STOPPED", "UNBACKED", "LEAKED", "OVER_BUDGET"})
  void what_is_not_its_fault_does_not_count(ModelFailure reason) throws Exception {
    for (int i = 0; i < 50; i++) {
      fail(reason, null);
    }
    guard.enter();
  }

  @Test
  void half_of_the_calls_may_not_fail() throws Exception {
    for (int i = 0; i < 10; i++) {
      guard.enter();
      guard.answered(A_SECOND);
      if (i % 2 == 0) {
        fail(ModelFailure.UNAVAILABLE, null);
      }
    }
    guard.enter();
  }

  @Test
  void a_rest_that_it_asks_for_is_kept_to_its_end() throws Exception {
    fail(ModelFailure.RATE_LIMITED, Duration.ofSeconds(30));
    now.updateAndGet(it -> it.plusSeconds(10));
    assertPassedOver(guard, Duration.ofSeconds(20));
    now.updateAndGet(it -> it.plusSeconds(20));
    guard.enter();
  }

  @Test
  void who_leaves_without_an_outcome_gives_the_trial_back() throws Exception {
    var brief =
        new Guard(
            "a model",
            new CircuitSettings(10, 5, 50, Duration.ofMillis(1)),
            60_000,
            InstantSource.system());
    for (int i = 0; i < 5; i++) {
      brief.enter();
      brief.failed(A_SECOND, new ModelException(ModelFailure.UNAVAILABLE, "so", null, null));
    }
    var broken =
        new Candidate(
            new ServingModel("openai", "mini"),
            (_, _) -> {
              throw new IllegalStateException("the tables are away");
            },
            brief);
    await().until(() -> isAsked(broken));
    for (int i = 0; i < 10; i++) {
      assertThat(isAsked(broken)).isTrue();
    }
  }

  private static boolean isAsked(Candidate broken) {
    try {
      broken.answer(REQUEST, Permit.FREE, _ -> {});
      return false;
    } catch (IllegalStateException asked) {
      return true;
    } catch (ModelException passedOver) {
      return false;
    }
  }

  @Test
  void no_more_calls_than_allowed() throws Exception {
    Guard two = guard(2);
    two.enter();
    two.answered(A_SECOND);
    assertPassedOver(two, null);
  }

  private void fail(ModelFailure reason, @Nullable Duration retryAfter) throws ModelException {
    guard.enter();
    guard.failed(A_SECOND, new ModelException(reason, "so", retryAfter, null));
  }

  private static void assertPassedOver(Guard guard, @Nullable Duration rest) {
    var failure = catchThrowableOfType(ModelException.class, guard::enter);
    assertThat(failure.reason()).isEqualTo(ModelFailure.PASSED_OVER);
    assertThat(failure.retryAfter()).isEqualTo(rest);
  }
}
