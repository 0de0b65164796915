package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml gives each service. */
final class ComposeFile {
  /**
   * {@code ${NAME}}, {@code ${NAME:-default}} and {@code ${NAME:?message}}, as Compose has them.
   */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(?<name>\\w+)(?::(?<kind>[-?])(?<rest>[^}]*))?}");

  private final Map<?, ?> services;

  private ComposeFile(Map<?, ?> services) {
    this.services = services;
  }

  static ComposeFile read() {
    try (var in = Files.newInputStream(Checkout.FOLDER.resolve("docker-compose.yml"))) {
      Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new ComposeFile(map(file, "services"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service's environment, with these variables put in. */
  Map<String, String> environment(Service service, Map<String, String> variables) {
    var environment = new LinkedHashMap<String, String>();
    map(map(services, service.label()), "environment")
        .forEach(
            (name, value) ->
                environment.put(name.toString(), put(String.valueOf(value), variables)));
    return environment;
  }

  private static String put(String value, Map<String, String> variables) {
    return VARIABLE
        .matcher(value)
        .replaceAll(found -> Matcher.quoteReplacement(one(found, variables)));
  }

  private static String one(MatchResult found, Map<String, String> variables) {
    String name = found.group("name");
    String value = variables.get(name);
    if (value != null) {
      return value;
    }
    if ("-".equals(found.group("kind"))) {
      return found.group("rest");
    }
    throw new IllegalArgumentException("Expected a value for " + name + ", but there is none");
  }

  private static Map<?, ?> map(Map<?, ?> map, String key) {
    if (map.get(key) instanceof Map<?, ?> value) {
      return value;
    }
    throw new IllegalStateException(
        "Expected " + key + " in docker-compose.yml, but there is none");
  }
}
