package io.rendezvous.systemtest.deployable;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The variables that docs/deployment.md tells of, with their defaults. */
final class DocumentedSettings {
  private static final Pattern ROW =
      Pattern.compile(
          "\\| (`[A-Z_`, ]+`) \\| (all|(?:gateway|orchestrator|calendar|history|, )+) "
              + "\\| (?:`([^`]*)`|none|) ?\\|.*");

  private static final Pattern VARIABLE = Pattern.compile("[A-Z_]+");

  /** Read by Java itself. */
  private static final String JAVA = "JAVA_TOOL_OPTIONS";

  private DocumentedSettings() {}

  /** A variable without a default has an empty one. */
  static Map<String, String> of(String service) {
    var settings = new LinkedHashMap<String, String>();
    for (String line : lines()) {
      var row = ROW.matcher(line);
      if (row.matches() && (row.group(2).equals("all") || row.group(2).contains(service))) {
        String value = row.group(3) == null ? "" : row.group(3);
        VARIABLE
            .matcher(row.group(1))
            .results()
            .forEach(variable -> settings.put(variable.group(), value));
      }
    }
    settings.remove(JAVA);
    return settings;
  }

  private static Iterable<String> lines() {
    try {
      return Files.readAllLines(Checkout.FOLDER.resolve("docs/deployment.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
