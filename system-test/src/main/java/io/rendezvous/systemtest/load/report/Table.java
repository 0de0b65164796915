package io.rendezvous.systemtest.load.report;

import io.rendezvous.systemtest.load.measure.Latency;
import io.rendezvous.systemtest.load.measure.Measured;
import java.util.List;
import java.util.Locale;

/** What was measured, for people at a terminal. */
public final class Table {
  private Table() {}

  public static String of(List<Measured> systems) {
    var text = new StringBuilder();
    line(
        text,
        "%-26s%14s%14s%14s%14s%14s%14s%10s%10s%8s",
        "",
        "turns",
        "turns/s",
        "over p50",
        "over p99",
        "over max",
        "text p50",
        "text p99",
        "busy",
        "others");
    for (Measured one : systems) {
      Latency over = one.overhead();
      line(
          text,
          "%-26s%14d%14.1f%14.1f%14.1f%14.1f%14.1f%10.1f%9.0f%%%7.1f%%",
          one.system(),
          one.turns(),
          one.turnsPerSecond(),
          over.p50(),
          over.p99(),
          over.max(),
          one.firstText().p50(),
          one.firstText().p99(),
          one.busy() * 100,
          one.strangers() * 100);
    }
    text.append('\n');
    line(text, "%-26s%s", "CPU ms a turn (MB)", "");
    for (Measured one : systems) {
      line(text, "  %s", one.system());
      for (String name : one.cpuMillisPerTurn().keySet()) {
        line(
            text,
            "    %-22s%10.2f%10d MB",
            name,
            one.cpuMillisPerTurn().get(name),
            one.residentBytes().getOrDefault(name, 0L) / 1_048_576);
      }
      one.errors().forEach((error, count) -> line(text, "    error %d x %s", count, error));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
