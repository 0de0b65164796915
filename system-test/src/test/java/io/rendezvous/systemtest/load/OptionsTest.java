package io.rendezvous.systemtest.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.systemtest.load.scenario.Scenario;
import io.rendezvous.systemtest.load.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void runs_everything_unless_told_otherwise() {
    assertThat(Options.parse(List.of()).scenarios()).isEqualTo(Scenarios.ALL);
    assertThat(Options.parse(List.of("--scenario", "single", "--quick")).scenarios())
        .extracting(Scenario::name)
        .isEqualTo(List.of("single"));
  }

  @Test
  void says_which_scenarios_there_are() {
    assertThatThrownBy(() -> Options.parse(List.of("--scenario", "never")))
        .hasMessageContaining("never")
        .hasMessageContaining("single, steady, saturate, inflight, streams, long, disk, recover");
    assertThat(Options.usage()).contains("--scenario NAME", "saturate");
  }

  @Test
  void an_option_that_lacks_its_value_is_refused() {
    assertThatThrownBy(() -> Options.parse(List.of("--out"))).hasMessageContaining("--out");
  }
}
