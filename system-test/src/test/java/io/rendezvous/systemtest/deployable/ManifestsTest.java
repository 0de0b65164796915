package io.rendezvous.systemtest.deployable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.systemtest.deployable.YamlFile.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class ManifestsTest {
  static final List<String> FOLDERS = Manifests.FOLDERS;
  static final List<String> SERVICES = RunningServices.NAMES;

  @Test
  void every_object_is_as_kubernetes_describes_its_kind() throws Exception {
    assertThat(Manifests.objects()).hasSizeGreaterThan(20);
    for (Node object : Manifests.objects()) {
      try {
        KubernetesSchema.check(object.map());
      } catch (RuntimeException e) {
        throw new AssertionError(object.place() + ": " + e.getMessage(), e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion: apps/v1, kind: Deployment, spec: {replicaz: 2}}",
        "{apiVersion: apps/v1, kind: Deployment, spec: {replicas: two}}",
        "{apiVersion: v1, kind: Service, spec: {ports: [{name: http}]}}",
        "{apiVersion: v1, kind: Service, spec: {ports: [{port: 1, tragetPort: 2}]}}",
        "{apiVersion: v2, kind: Service}"
      })
  void an_object_that_is_not_is_found(String yaml) {
    Map<?, ?> object = new Yaml().load(yaml);
    assertThatThrownBy(() -> KubernetesSchema.check(object)).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @FieldSource("FOLDERS")
  void a_kustomization_lists_the_files_that_are_there(String folder) {
    Node kustomization = Manifests.kustomization(folder);
    var listed = new TreeSet<String>();
    kustomization.get("resources").texts().stream()
        .filter(resource -> !resource.equals("../base"))
        .forEach(listed::add);
    if (kustomization.has("patches")) {
      kustomization.get("patches").list().forEach(patch -> listed.add(patch.get("path").text()));
    }
    assertThat(listed).isEqualTo(new TreeSet<>(Manifests.files(folder)));
    assertThat(kustomization.keys())
        .isSubsetOf(
            "apiVersion", "kind", "namespace", "resources", "images", "replicas", "patches");
  }

  @Test
  void a_kustomization_changes_what_is_there() {
    var images = new TreeSet<String>();
    Manifests.kustomization("base")
        .get("images")
        .list()
        .forEach(image -> images.add(image.get("name").text()));
    var run = new TreeSet<String>();
    SERVICES.forEach(service -> run.add(Manifests.container(service).get("image").text()));
    assertThat(images).isEqualTo(run);
    for (Node replicas : Manifests.kustomization("local").get("replicas").list()) {
      assertThat(SERVICES).contains(replicas.get("name").text());
    }
  }

  @Test
  void pods_may_do_nothing_that_they_need_not() {
    for (Node workload : Manifests.workloads()) {
      Node pod = Manifests.pod(workload);
      String name = workload.get("metadata", "name").text();
      assertThat(pod.get("automountServiceAccountToken").value()).as(name).isEqualTo(false);
      assertThat(pod.get("securityContext", "runAsNonRoot").value()).as(name).isEqualTo(true);
      assertThat(pod.get("securityContext", "seccompProfile", "type").text())
          .isEqualTo("RuntimeDefault");
      for (Node container : pod.get("containers").list()) {
        Node may = container.get("securityContext");
        assertThat(may.get("allowPrivilegeEscalation").value()).as(name).isEqualTo(false);
        assertThat(may.get("capabilities", "drop").texts()).as(name).containsExactly("ALL");
        if (SERVICES.contains(name)) {
          assertThat(may.get("readOnlyRootFilesystem").value()).as(name).isEqualTo(true);
        }
        assertThat(container.get("resources", "limits", "memory").text()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void a_service_is_selected_by_its_own_labels_and_never_goes_whole(String service) {
    Node workload = Manifests.workload(service);
    var labels = new TreeMap<>(workload.get("spec", "template", "metadata", "labels").map());
    assertThat(workload.get("spec", "selector", "matchLabels").map()).isEqualTo(labels);
    Node budget =
        Manifests.ofKind("PodDisruptionBudget").stream()
            .filter(some -> some.get("metadata", "name").text().equals(service))
            .findFirst()
            .orElseThrow();
    assertThat(budget.get("spec", "selector", "matchLabels").map()).isEqualTo(labels);
    assertThat(workload.get("spec", "replicas").number()).isGreaterThan(1);
  }

  /** Their instance is the host's name: it must stay, so that Kafka knows who came back. */
  @Test
  void who_has_a_place_in_a_group_has_a_name_that_stays() {
    for (String service : SERVICES) {
      boolean named =
          SettledService.of(service, Map.of("HOSTNAME", "some-host")).instance().isPresent();
      assertThat(Manifests.workload(service).get("kind").text())
          .as(service)
          .isEqualTo(named ? "StatefulSet" : "Deployment");
    }
  }

  @Test
  void secrets_are_named_and_never_written() {
    var secrets = new TreeSet<String>();
    for (String service : SERVICES) {
      for (Node variable : Manifests.container(service).get("env").list()) {
        String name = variable.get("name").text();
        if (name.contains("SECRET") || name.endsWith("_KEY")) {
          Node from = variable.get("valueFrom", "secretKeyRef");
          assertThat(from.get("key").text()).isEqualTo(name);
          secrets.add(from.get("name").text());
        }
      }
    }
    assertThat(secrets)
        .isEqualTo(Set.of("rendezvous-secrets", "rendezvous-model", "rendezvous-google"));
    assertThat(Manifests.ofKind("Secret")).isEmpty();
  }
}
