package io.rendezvous.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  private static final Path HOME = Path.of("/home of it");

  @Test
  void has_defaults_for_all() throws Exception {
    Settings settings = parse(Map.of());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.data()).isEqualTo(HOME.resolve("data"));
  }

  @Test
  void takes_the_environment_and_puts_options_above_it() throws Exception {
    var environment = Map.of("RENDEZVOUS_PORT", "9001", "RENDEZVOUS_DATA", "/elsewhere");
    assertThat(parse(environment).port()).isEqualTo(9001);
    assertThat(parse(environment).data()).isEqualTo(Path.of("/elsewhere"));
    Settings settings = parse(environment, "up", "--port", "9002", "--data", "here");
    assertThat(settings.port()).isEqualTo(9002);
    assertThat(settings.data()).isEqualTo(Path.of("here").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", ""})
  void refuses_what_is_no_port(String port) {
    assertThatThrownBy(() -> parse(Map.of("RENDEZVOUS_PORT", port)))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("from 1 to 65535");
  }

  @Test
  void refuses_what_it_does_not_know() {
    assertThatThrownBy(() -> parse(Map.of(), "down")).hasMessageContaining("down", "--help");
    assertThatThrownBy(() -> parse(Map.of(), "--port")).hasMessageContaining("--port", "value");
  }

  private static Settings parse(Map<String, String> environment, String... arguments)
      throws RunFailure {
    return new CommandLine(environment, HOME).parse(List.of(arguments));
  }
}
