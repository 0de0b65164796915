package io.rendezvous.systemtest.load.baseline;

import io.rendezvous.orchestrator.OrchestratorService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the product tells its own Streams, read from where it stands: tuned once, true for both. */
final class ProductSettings {
  private static final String PREFIX = "spring.cloud.stream.kafka.streams.binder.configuration.";

  private ProductSettings() {}

  /** Without those that name a place or an instance. */
  static Properties ofStreams() {
    try (var yaml =
        OrchestratorService.class.getClassLoader().getResourceAsStream("orchestrator.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("Expected orchestrator.yaml, but found none");
      }
      Map<?, ?> settings = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
      var found = new Properties();
      flatten("", settings, found);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flatten(String path, Map<?, ?> settings, Properties found) {
    settings.forEach(
        (name, value) -> {
          String key = path + name;
          if (value instanceof Map<?, ?> deeper) {
            flatten(key + ".", deeper, found);
          } else if (key.startsWith(PREFIX) && !String.valueOf(value).contains("${")) {
            found.put(key.substring(PREFIX.length()), String.valueOf(value));
          }
        });
  }
}
