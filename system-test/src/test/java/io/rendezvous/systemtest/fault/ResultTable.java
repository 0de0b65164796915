package io.rendezvous.systemtest.fault;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What came of all runs, a line for each row of the table of faults. */
final class ResultTable {
  private static final String HEAD =
      """
      | row | fault | run | passed | failed | skipped | recovery p50 | max | last run | note | commit |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private final List<Result> results;

  ResultTable(List<Result> results) {
    this.results = results;
  }

  @Override
  public String toString() {
    return HEAD
        + new TreeMap<>(results.stream().collect(groupingBy(Result::row)))
            .values().stream().map(runs -> line(runs) + "\n").collect(joining());
  }

  private static String line(List<Result> runs) {
    List<Double> recoveries =
        runs.stream().map(Result::recoverySeconds).filter(Objects::nonNull).sorted().toList();
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
            last.note().replace('|', '/'),
            runs.stream()
                .map(run -> run.circumstances().commit())
                .distinct()
                .collect(joining(", ")))
        + " |";
  }

  private static String count(List<Result> runs, String outcome) {
    return Long.toString(runs.stream().filter(run -> run.outcome().equals(outcome)).count());
  }

  private static String seconds(double seconds) {
    return Math.round(seconds * 10) / 10.0 + " s";
  }
}
