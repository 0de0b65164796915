package io.rendezvous.systemtest.deployable;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.deployable.YamlFile.Node;
import io.rendezvous.systemtest.deployment.Checkout;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ComposeTest {
  static final List<String> SERVICES = RunningServices.NAMES;

  /** Of the Compose specification, what is used here: a typing error is none of them. */
  private static final Set<String> KNOWN =
      Set.of(
          "build",
          "cap_drop",
          "command",
          "depends_on",
          "environment",
          "expose",
          "healthcheck",
          "image",
          "init",
          "mem_limit",
          "ports",
          "read_only",
          "restart",
          "security_opt",
          "stop_grace_period",
          "tmpfs",
          "user",
          "volumes",
          "working_dir");

  @Test
  void every_key_is_one_of_compose() {
    Node file = ComposeServices.file();
    assertThat(file.keys())
        .allMatch(
            key -> Set.of("name", "services", "volumes").contains(key) || key.startsWith("x-"));
    for (String service : file.get("services").keys()) {
      assertThat(ComposeServices.service(service).keys()).as(service).isSubsetOf(KNOWN);
    }
  }

  @Test
  void images_are_of_one_version_and_named_volumes_are_declared() {
    Node services = ComposeServices.file().get("services");
    var named = new TreeSet<String>();
    for (String service : services.keys()) {
      if (!SERVICES.contains(service)) {
        assertThat(services.get(service, "image").text()).matches(".+:v?\\d+\\.\\d+\\.\\d+");
      }
      if (services.get(service).has("volumes")) {
        for (String volume : services.get(service, "volumes").texts()) {
          String source = volume.replaceAll(":.*", "");
          if (source.startsWith("./")) {
            assertThat(Checkout.FOLDER.resolve(source)).isDirectory();
          } else if (!source.startsWith("/")) {
            named.add(source);
          }
        }
      }
    }
    assertThat(new TreeSet<>(ComposeServices.file().get("volumes").keys())).isEqualTo(named);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void a_service_may_do_nothing_that_it_needs_not(String name) {
    Node service = ComposeServices.service(name);
    assertThat(service.get("read_only").value()).isEqualTo(true);
    assertThat(service.get("cap_drop").texts()).containsExactly("ALL");
    assertThat(service.get("security_opt").texts()).containsExactly("no-new-privileges:true");
    // RocksDB loads its library from there, and Docker forbids that unless it is told.
    assertThat(service.get("tmpfs").texts()).containsExactly("/tmp:exec");
  }

  /** Else the volume, which is the only folder that can be written, is not where the state goes. */
  @Test
  void the_deciders_state_is_in_a_volume() {
    String volume = ComposeServices.service("orchestrator").get("volumes").texts().getFirst();
    for (var variables :
        List.of(
            ComposeServices.environment("orchestrator"), Manifests.environment("orchestrator"))) {
      assertThat(
              SettledService.of("orchestrator", variables).get("rendezvous.orchestrator.state-dir"))
          .startsWith(volume + "/");
    }
    assertThat(Manifests.container("orchestrator").get("volumeMounts").list())
        .anyMatch(mount -> mount.get("mountPath").text().equals(volume));
  }
}
