package io.rendezvous.systemtest.deployable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.deployment.Checkout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VariablesTest {
  static final List<String> SERVICES = RunningServices.NAMES;

  @ParameterizedTest
  @FieldSource("SERVICES")
  void every_variable_of_a_service_is_read_by_it(String service) {
    assertThat(RunningServices.get().unread(service)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void kubernetes_gives_a_service_what_compose_gives_it(String service) {
    var compose = new TreeSet<>(ComposeServices.environment(service).keySet());
    var kubernetes = new TreeSet<>(Manifests.environment(service).keySet());
    // Compose has one region and one prefix: the default ones.
    kubernetes.removeAll(Set.of("RENDEZVOUS_DYNAMODB_REGION", "RENDEZVOUS_DYNAMODB_TABLE_PREFIX"));
    assertThat(kubernetes).isEqualTo(compose);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void what_a_service_is_given_is_documented_unless_it_is_a_key_or_a_port(String service) {
    assertThat(DocumentedSettings.of(service)).hasSizeGreaterThan(3);
    assertThat(ComposeServices.environment(service).keySet())
        .filteredOn(name -> !name.contains("_SECRETS_") && !name.endsWith("_PORT"))
        .isSubsetOf(DocumentedSettings.of(service).keySet());
  }

  @Test
  void a_variable_that_nobody_reads_is_found() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("SERVER_PORT", "1");
    variables.put("SERVER_PROT", "2");
    var recorded = new RecordedVariables(variables);
    recorded.environment().getProperty("server.port");
    assertThat(recorded.read()).containsExactly("SERVER_PORT");
  }

  @Test
  void the_keys_of_an_installation_are_those_that_the_launcher_makes() throws Exception {
    var wanted = new TreeSet<String>();
    for (String service : SERVICES) {
      ComposeServices.environment(service).keySet().stream()
          .filter(name -> name.startsWith("RENDEZVOUS_SECRETS_"))
          .forEach(wanted::add);
    }
    var launcher = new ProcessBuilder(Checkout.LAUNCHER.toString(), "secrets").start();
    List<String> made;
    try (var lines = launcher.inputReader()) {
      made = lines.lines().map(line -> line.substring(0, line.indexOf('='))).toList();
    }
    assertThat(made).containsExactlyInAnyOrderElementsOf(wanted);
  }
}
