package io.rendezvous.systemtest.load.report;

import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Rows of text cells; written as Markdown, which can be read at a terminal too. */
public record Table(List<List<String>> rows) {
  /** Others are a few samples each. */
  private static final int OWNERS = 12;

  public Table {
    rows = List.copyOf(rows);
  }

  /** How fast each system was. */
  public static Table speed(List<Measured> systems) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            "system",
            "turns",
            "turns/s",
            "overhead p50 ms",
            "p99",
            "max",
            "first text p50 ms",
            "p99",
            "machine busy",
            "strangers"));
    for (Measured one : systems) {
      rows.add(
          List.of(
              one.system(),
              Long.toString(one.turns()),
              number(one.turnsPerSecond()),
              number(one.overhead().p50()),
              number(one.overhead().p99()),
              number(one.overhead().max()),
              number(one.firstText().p50()),
              number(one.firstText().p99()),
              percent(one.busy()),
              percent(one.strangers())));
    }
    return new Table(rows);
  }

  /** CPU milliseconds a turn, and resident megabytes, by process. */
  public static Table processes(List<Measured> systems) {
    var names = new TreeSet<String>();
    systems.forEach(one -> names.addAll(one.cpuMillisPerTurn().keySet()));
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("CPU ms a turn / resident MB"));
    systems.forEach(one -> head.add(one.system()));
    rows.add(head);
    for (String name : names) {
      var row = new ArrayList<>(List.of(name));
      for (Measured one : systems) {
        Double cpu = one.cpuMillisPerTurn().get(name);
        long bytes = one.residentBytes().getOrDefault(name, 0L);
        row.add(cpu == null ? "" : number(cpu) + " / " + bytes / 1_048_576);
      }
      rows.add(row);
    }
    return new Table(rows);
  }

  /** Shares of the samples of each process, by the library whose code ran. */
  static Table profiles(Map<String, Profile> profiles) {
    var sums = new TreeMap<String, Double>();
    profiles
        .values()
        .forEach(
            one -> one.shares().forEach((owner, share) -> sums.merge(owner, share, Double::sum)));
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("samples of running Java code"));
    head.addAll(profiles.keySet());
    rows.add(head);
    sums.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(OWNERS)
        .forEach(
            owner -> {
              var row = new ArrayList<>(List.of(owner.getKey()));
              profiles
                  .values()
                  .forEach(one -> row.add(percent(one.shares().getOrDefault(owner.getKey(), 0.0))));
              rows.add(row);
            });
    return new Table(rows);
  }

  /** What was to be reached. */
  public static Table verdicts(List<Verdict> verdicts) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("figure", "to reach", "stretch", "measured", ""));
    for (Verdict one : verdicts) {
      String sign = one.atMost() ? "≤ " : "≥ ";
      rows.add(
          List.of(
              one.figure(),
              bound(sign, one.target()),
              bound(sign, one.stretch()),
              number(one.measured()),
              one.outcome()));
    }
    return new Table(rows);
  }

  @Override
  public String toString() {
    int[] widths = new int[rows.getFirst().size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < widths.length; i++) {
        String cell = rows.get(r).get(i);
        text.append("| ").append(cell).repeat(" ", widths[i] - cell.length() + 1);
      }
      text.append("|\n");
      if (r == 0) {
        for (int width : widths) {
          text.append('|').repeat("-", width + 2);
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }

  private static String bound(String sign, @Nullable Double bound) {
    return bound == null ? "" : sign + number(bound);
  }

  /** As many digits as matter. */
  public static String number(double value) {
    return String.format(
        Locale.ROOT,
        Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f",
        value);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
