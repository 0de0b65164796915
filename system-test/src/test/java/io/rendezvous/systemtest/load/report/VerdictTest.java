package io.rendezvous.systemtest.load.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {
  @Test
  void at_most_is_reached_from_below() {
    assertThat(Verdict.atMost("p99", 500.0, 250.0, 499).outcome()).isEqualTo("reached");
    assertThat(Verdict.atMost("p99", 500.0, 250.0, 250).outcome()).isEqualTo("stretch reached");
    assertThat(Verdict.atMost("p99", 500.0, 250.0, 501).outcome()).isEqualTo("not reached");
  }

  @Test
  void at_least_is_reached_from_above() {
    assertThat(Verdict.atLeast("turns/s", 150.0, 190.0, 191).outcome())
        .isEqualTo("stretch reached");
    assertThat(Verdict.atLeast("turns/s", 150.0, null, 150).outcome()).isEqualTo("reached");
    assertThat(Verdict.atLeast("turns/s", 150.0, null, 149).outcome()).isEqualTo("not reached");
  }

  @Test
  void what_was_not_measured_is_not_reached() {
    assertThat(Verdict.atMost("p99", 500.0, null, Double.NaN).reached()).isFalse();
    assertThat(Verdict.atMost("p99", null, 14.0, 15).outcome()).isEqualTo("not reached");
  }
}
