package io.rendezvous.systemtest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerTest {
  @Test
  void a_healthy_run_is_clean() {
    Verdict verdict = Checker.check(HealthyRun.evidence());
    assertThat(verdict.violations()).as(verdict.toString()).isEmpty();
    assertThat(verdict.notJudged()).isEmpty();
    assertThat(verdict).hasToString("clean");
  }

  @Test
  void what_was_read_too_early_tells_of_no_losses() {
    var evidence =
        HealthyRun.with(List.of()).withUnreached(List.of("turn t still runs", "a group behind"));
    Verdict verdict = Checker.check(evidence);
    assertThat(verdict.violations())
        .hasSize(2)
        .allMatch(found -> found.invariant() == Invariant.I6);
    assertThat(verdict.notJudged()).contains(Invariant.I1, Invariant.I5);
  }

  @Test
  void a_finding_tells_what_was_expected_and_what_was_found() {
    var evidence = HealthyRun.with(HealthyRun.without(HealthyRun.BOOKING.history(), 3));
    assertThat(Checker.check(evidence).toString())
        .contains("I1 " + HealthyRun.BOOKING.turn)
        .contains("expected exactly one turn.ended, but found 0 of them");
  }

  @Test
  void what_a_test_has_planted_can_be_left_out() {
    var evidence = HealthyRun.with(HealthyRun.without(HealthyRun.BOOKING.history(), 3));
    Verdict verdict = Checker.check(evidence);
    var subjects = verdict.violations().stream().map(Violation::subject).toList();
    assertThat(verdict.isClean()).isFalse();
    assertThat(verdict.except(subjects).isClean()).isTrue();
  }
}
