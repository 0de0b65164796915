package io.rendezvous.systemtest.load;

import io.rendezvous.systemtest.load.scenario.Scenario;
import io.rendezvous.systemtest.load.scenario.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param out the file of the results; null names one by the time
 * @param earlier files of results whose scenarios stand on the page where they are not run anew
 */
record Options(
    List<Scenario> scenarios,
    boolean quick,
    boolean onDisk,
    boolean writeDocs,
    boolean help,
    @Nullable Path out,
    List<Path> earlier) {
  static final String USAGE =
      """
      ./rendezvous bench [--scenario NAME]... [--quick] [--disk] [--out FILE]
                        [--write-docs [--with FILE]...]

        --scenario NAME   only this one (may be repeated); without it all, which takes one to two hours
        --quick           a quarter of the time: for a look, not for figures
        --disk            DynamoDB Local keeps its tables on disk
        --out FILE        where the results go as JSON (default target/bench/TIME.json)
        --write-docs      writes docs/performance.md with its pictures too
        --with FILE       results of an earlier run, for the page's other scenarios (may be repeated)

      Broker, tables and services run as processes of their own, from the built jars. Scenarios:
      """;

  Options {
    scenarios = List.copyOf(scenarios);
    earlier = List.copyOf(earlier);
  }

  /**
   * @throws IllegalArgumentException with what is wrong, for people
   */
  static Options parse(List<String> arguments) {
    var scenarios = new ArrayList<Scenario>();
    boolean quick = false;
    boolean onDisk = false;
    boolean writeDocs = false;
    boolean help = false;
    Path out = null;
    var earlier = new ArrayList<Path>();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--scenario" -> scenarios.add(scenario(value(argument, rest)));
        case "--quick" -> quick = true;
        case "--disk" -> onDisk = true;
        case "--write-docs" -> writeDocs = true;
        case "--out" -> out = Path.of(value(argument, rest));
        case "--with" -> earlier.add(Path.of(value(argument, rest)));
        case "-h", "--help" -> help = true;
        default -> throw new IllegalArgumentException("There is no option " + argument + ".");
      }
    }
    return new Options(
        scenarios.isEmpty() ? Scenarios.ALL : scenarios,
        quick,
        onDisk,
        writeDocs,
        help,
        out,
        earlier);
  }

  static String usage() {
    var text = new StringBuilder(USAGE);
    for (Scenario scenario : Scenarios.ALL) {
      text.append(String.format("  %-16s  %s%n", scenario.name(), scenario.what()));
    }
    return text.toString();
  }

  private static Scenario scenario(String name) {
    return Scenarios.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no scenario "
                        + name
                        + ", but "
                        + String.join(", ", Scenarios.ALL.stream().map(Scenario::name).toList())
                        + "."));
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("Expected a value after " + option + ".");
    }
    return rest.next();
  }
}
