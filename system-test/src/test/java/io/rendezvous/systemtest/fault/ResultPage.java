package io.rendezvous.systemtest.fault;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The table as a page of the documentation, which tells how it was made. */
final class ResultPage {
  private static final String PAGE =
      """
      # What it survives

      Each row is a fault that was made on a running product under load; each run has another seed, and was judged by
      all promises of [How it is tested](testing.md). This page is written by `mvn verify -Pfaults`, which may be run in
      parts (`-Dtest=`): results are gathered until they are cleaned away.

      | | |
      |---|---|
      | when | %s |
      | commit | %s |
      | machine | %s |
      | runs | %d of %d rows, %d failed |
      | outages | %s |

      %s""";

  private final List<Result> results;

  ResultPage(List<Result> results) {
    this.results = results;
  }

  @Override
  public String toString() {
    return PAGE.formatted(
        each(it -> LocalDate.ofInstant(it.at(), ZoneOffset.UTC)),
        each(Circumstances::commit),
        each(Circumstances::machine),
        results.size(),
        results.stream().map(Result::row).distinct().count(),
        results.stream().filter(result -> result.outcome().equals("failed")).count(),
        each(it -> it.outageSeconds() + " s"),
        new ResultTable(results));
  }

  /** Each once, in the order of the runs. */
  private String each(Function<Circumstances, Object> fact) {
    return results.stream()
        .map(result -> fact.apply(result.circumstances()).toString())
        .distinct()
        .collect(joining("<br>"));
  }
}
