package io.rendezvous.systemtest.fault;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.stream.Collectors.groupingBy;

import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * The results of all runs since the last {@code mvn clean}, so that a row may be repeated alone;
 * with the table that is made of them.
 */
final class Results {
  static final Path TABLE = Path.of("target", "faults.md").toAbsolutePath();
  private static final Path RUNS = Path.of("target", "faults.jsonl").toAbsolutePath();

  private Results() {}

  /** Keeps it, and writes the table anew: a run that is broken off loses nothing. */
  static synchronized void add(Result result) {
    try {
      String line = Json.MAPPER.writeValueAsString(result) + "\n";
      Files.writeString(RUNS, line, CREATE, APPEND);
      Files.writeString(TABLE, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String table() {
    List<Result> all = all();
    var table = new StringBuilder();
    table.append(
        "| row | fault | run | passed | failed | skipped | recovery p50 | max | last run |");
    table.append(" note |\n|---|---|---|---|---|---|---|---|---|---|\n");
    new TreeMap<>(all.stream().collect(groupingBy(Result::row)))
        .values()
        .forEach(runs -> table.append(line(runs)).append('\n'));
    return table.toString();
  }

  private static List<Result> all() {
    try {
      return Files.exists(RUNS)
          ? Files.readAllLines(RUNS).stream()
              .map(line -> Json.MAPPER.readValue(line, Result.class))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<Result> runs) {
    List<Double> recoveries =
        runs.stream().map(Result::recoverySeconds).filter(it -> it != null).sorted().toList();
    Result last = runs.getLast();
    return "| "
        + String.join(
            " | ",
            Integer.toString(last.row()),
            last.fault(),
            Integer.toString(runs.size()),
            count(runs, "passed"),
            count(runs, "failed"),
            count(runs, "skipped"),
            recoveries.isEmpty() ? "" : seconds(recoveries.get((recoveries.size() - 1) / 2)),
            recoveries.isEmpty() ? "" : seconds(recoveries.getLast()),
            last.outcome() + " in " + seconds(last.seconds()),
            last.note().replace('|', '/'))
        + " |";
  }

  private static String count(List<Result> runs, String outcome) {
    return Long.toString(runs.stream().filter(run -> run.outcome().equals(outcome)).count());
  }

  private static String seconds(double seconds) {
    return Math.round(seconds * 10) / 10.0 + " s";
  }
}
