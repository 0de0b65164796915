package io.rendezvous.systemtest.deployable;

import io.rendezvous.systemtest.deployable.YamlFile.Node;
import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the files of {@code k8s/} say. */
final class Manifests {
  static final List<String> FOLDERS = List.of("base", "local");

  private Manifests() {}

  /** The files of a folder, by name, but for the kustomization itself. */
  static List<String> files(String folder) {
    try (var files = Files.list(Checkout.FOLDER.resolve("k8s").resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("kustomization.yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Node kustomization(String folder) {
    return YamlFile.read("k8s/" + folder + "/kustomization.yaml").getFirst();
  }

  /** Every object of both folders. */
  static List<Node> objects() {
    return FOLDERS.stream()
        .flatMap(folder -> files(folder).stream().map(file -> "k8s/" + folder + "/" + file))
        .flatMap(path -> YamlFile.read(path).stream())
        .toList();
  }

  static List<Node> ofKind(String kind) {
    return objects().stream().filter(object -> object.get("kind").text().equals(kind)).toList();
  }

  /** Whatever starts pods. */
  static List<Node> workloads() {
    return objects().stream()
        .filter(object -> List.of("Deployment", "StatefulSet").contains(object.get("kind").text()))
        .toList();
  }

  static Node workload(String name) {
    return workloads().stream()
        .filter(object -> object.get("metadata", "name").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Node pod(Node workload) {
    return workload.get("spec", "template", "spec");
  }

  static Node container(String workload) {
    return pod(workload(workload)).get("containers").list().getFirst();
  }

  /** The variables of a workload; those of which the value is elsewhere have an empty one. */
  static Map<String, String> environment(String workload) {
    var environment = new LinkedHashMap<String, String>();
    Node container = container(workload);
    if (container.has("envFrom")) {
      ofKind("ConfigMap")
          .forEach(
              settings ->
                  settings
                      .get("data")
                      .map()
                      .forEach(
                          (name, value) -> environment.put(name.toString(), value.toString())));
    }
    for (Node variable : container.get("env").list()) {
      environment.put(
          variable.get("name").text(), variable.has("value") ? variable.get("value").text() : "");
    }
    return environment;
  }
}
