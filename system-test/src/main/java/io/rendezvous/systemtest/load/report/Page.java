package io.rendezvous.systemtest.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** {@code docs/performance.md}: what was found, around what people have written about it. */
public final class Page {
  private static final String BEGIN = "<!-- written by hand from here -->";
  private static final String END = "<!-- to here -->";
  private static final String NOTHING_YET = "\n## Where the time goes\n\nNot written yet.\n\n";

  private Page() {}

  /**
   * Writes the page anew, and keeps what stands between its marks.
   *
   * @param runs of the bench, oldest first: of each scenario the last counts
   */
  public static void write(List<Results> runs, Path file) throws IOException {
    List<Results> counting = counting(runs);
    String byHand = Files.exists(file) ? byHand(Files.readString(file)) : NOTHING_YET;
    var text = new StringBuilder();
    text.append(
        """
        # What it costs

        Written by `./rendezvous bench --write-docs`, which measures everything below anew.

        Broker, DynamoDB Local, the four services, a scripted model and the plain loop run as processes of their
        own on one machine; conversations are held over HTTP, each on a connection of its own, and each says its
        next turn when the last has ended. A turn has two model calls with one call of a read-only tool between
        them. *Overhead* is the time from the prompt to `turn.ended`, less what the model itself took, which it
        tells in its answer. CPU time is what Linux accounts to each process while turns are counted; *strangers*
        is the share of the machine that processes took which are none of these. The *plain loop* is the same
        assistant without a log: langchain4j over the product's own transport, the tool's query in the same
        process against the same tables, its state in SQLite (write-ahead log, `synchronous=FULL`, a commit a
        step) or in memory. The *hop* is one record from a producer to a consumer with all acknowledgements and
        no linger, the *pass* one record through the smallest exactly-once topology with a store and the
        product's own Streams settings, both on the broker of the same run.

        """);
    counting.forEach(results -> text.append(Words.origin(results)));
    List<Report> reports =
        counting.stream().flatMap(results -> results.reports().stream()).toList();
    text.append("\n## What was to be reached\n\n").append(Words.summary(reports)).append('\n');
    text.append(BEGIN).append(byHand).append(END).append("\n\n");
    Path pictures = file.resolveSibling("performance");
    for (Report report : reports) {
      text.append(Words.of(report)).append('\n');
      for (String picture : Plot.write(report, pictures)) {
        text.append("![").append(picture).append("](performance/").append(picture).append(")\n");
      }
      text.append('\n');
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text.toString().stripTrailing() + "\n");
  }

  /** The runs with what counts of them. */
  private static List<Results> counting(List<Results> runs) {
    var counting = new ArrayList<Results>();
    var seen = new HashSet<String>();
    for (Results run : runs.reversed()) {
      List<Report> last =
          run.reports().stream().filter(report -> seen.add(report.scenario())).toList();
      if (!last.isEmpty()) {
        counting.addFirst(run.with(last));
      }
    }
    return counting;
  }

  static String byHand(String page) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    return begin < 0 || end < begin ? NOTHING_YET : page.substring(begin + BEGIN.length(), end);
  }
}
