package io.rendezvous.systemtest.load.report;

import java.util.List;
import java.util.Locale;

/** One scenario's report in Markdown. */
public final class Words {
  private Words() {}

  public static String of(Report report) {
    var text = new StringBuilder();
    text.append("## ").append(report.scenario()).append("\n\n").append(report.what());
    text.append("\n\n");
    if (!report.verdicts().isEmpty()) {
      text.append(Table.verdicts(report.verdicts())).append('\n');
    }
    if (!report.systems().isEmpty()) {
      text.append(Table.speed(report.systems())).append('\n');
      text.append(Table.processes(report.systems())).append('\n');
    }
    if (!report.profiles().isEmpty()) {
      text.append(Table.profiles(report.profiles())).append('\n');
    }
    report
        .hops()
        .forEach(
            (name, times) ->
                text.append("- ")
                    .append(name)
                    .append(": p50 ")
                    .append(Table.number(times.p50()))
                    .append(" ms, p99 ")
                    .append(Table.number(times.p99()))
                    .append(" ms\n"));
    report
        .numbers()
        .forEach(
            (name, value) ->
                text.append("- ")
                    .append(name)
                    .append(": ")
                    .append(Table.number(value))
                    .append('\n'));
    report
        .systems()
        .forEach(
            system ->
                system
                    .errors()
                    .forEach((error, count) -> error(text, system.system(), error, count)));
    return text.toString();
  }

  private static void error(StringBuilder text, String system, String error, long count) {
    text.append("- **error** of ").append(system).append(", ").append(count).append(" times: ");
    text.append(error).append('\n');
  }

  /** When and on what a run was made. */
  static String origin(Results results) {
    return String.format(
        Locale.ROOT,
        "- %s: %s, commit %s, %s, load average %.1f before it began%s%n",
        String.join(", ", results.reports().stream().map(Report::scenario).toList()),
        results.at(),
        results.origin().commit(),
        results.origin().machine(),
        results.loadAtStart(),
        results.quick() ? ". **A quick run: too short to be quoted.**" : "");
  }

  /** All scenarios' figures in one table. */
  static String summary(List<Report> reports) {
    return Table.verdicts(
            reports.stream()
                .flatMap(
                    report ->
                        report.verdicts().stream()
                            .map(verdict -> named(report.scenario(), verdict)))
                .toList())
        .toString();
  }

  private static Verdict named(String scenario, Verdict verdict) {
    return new Verdict(
        scenario + ": " + verdict.figure(),
        verdict.atMost(),
        verdict.target(),
        verdict.stretch(),
        verdict.measured());
  }
}
