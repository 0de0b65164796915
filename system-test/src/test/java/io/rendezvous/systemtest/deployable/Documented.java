package io.rendezvous.systemtest.deployable;

import static java.util.stream.Collectors.toCollection;

import io.rendezvous.systemtest.deployment.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One metric as docs/metrics.md lists it. */
record Documented(String name, Set<String> services, Set<String> labels, boolean isTimer) {
  private static final Pattern ROW =
      Pattern.compile("\\| `(rendezvous_\\w+)` \\| ([a-z, ]+) \\| ([`a-z, ]*) ?\\| (timer\\b)?.*");

  private static final Pattern LABEL = Pattern.compile("[a-z]+");

  static List<Documented> all() throws IOException {
    return Files.readAllLines(Checkout.FOLDER.resolve("docs/metrics.md")).stream()
        .filter(line -> line.startsWith("| `rendezvous_"))
        .map(Documented::parse)
        .toList();
  }

  private static Documented parse(String line) {
    var row = ROW.matcher(line);
    if (!row.matches()) {
      throw new AssertionError("Expected name, services, labels and meaning, but found " + line);
    }
    return new Documented(
        row.group(1), words(row.group(2)), words(row.group(3)), row.group(4) != null);
  }

  private static Set<String> words(String text) {
    return LABEL
        .matcher(text)
        .results()
        .map(word -> word.group())
        .collect(toCollection(TreeSet::new));
  }

  /** The names of its series. */
  Set<String> series() {
    return isTimer
        ? Stream.of("_count", "_sum", "_max", "_bucket")
            .map(name::concat)
            .collect(toCollection(TreeSet::new))
        : Set.of(name);
  }
}
