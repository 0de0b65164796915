package io.rendezvous.calendar.icalendar;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule, worked out in local time: so it keeps wall time, and each start is moved out
 * of a gap of the clocks for itself.
 */
final class Rule {
  /** How far a rule with COUNT is counted. */
  static final int MAX_COUNT = 10_000;

  /** How many starts a rule may name within one of its steps. */
  static final int MAX_STARTS_A_STEP = 500;

  private static final LocalDateTime LATEST = LocalDateTime.of(9999, 1, 1, 0, 0);
  private static final int MAX_INTERVAL = 10_000;
  private static final Map<String, ChronoUnit> EVEN_STEPS =
      Map.of(
          "SECONDLY", ChronoUnit.SECONDS,
          "MINUTELY", ChronoUnit.MINUTES,
          "HOURLY", ChronoUnit.HOURS,
          "DAILY", ChronoUnit.DAYS,
          "WEEKLY", ChronoUnit.WEEKS);

  private final Map<String, String> parts;

  private Rule(Map<String, String> parts) {
    this.parts = parts;
  }

  /** The rule; empty where it is none, or beyond the limits: then the event has its first start. */
  static Optional<Rule> parse(String value) {
    var rule = new Rule(parts(value));
    try {
      boolean fine =
          rule.interval() >= 1
              && rule.interval() <= MAX_INTERVAL
              && rule.startsAStep() <= MAX_STARTS_A_STEP
              && (rule.count() == null || rule.count() >= 1);
      rule.recur(rule.parts);
      rule.until(ZoneOffset.UTC);
      return fine ? Optional.of(rule) : Optional.empty();
    } catch (RuntimeException unreadable) {
      // The library throws whatever its parsers throw.
      return Optional.empty();
    }
  }

  /** Whether it goes on for ever. */
  boolean isEndless() {
    return count() == null && parts.get("UNTIL") == null;
  }

  /**
   * Its starts from {@code from} to {@code to}, both included, by time.
   *
   * @param first the event's own start
   */
  Stream<LocalDateTime> starts(
      LocalDateTime first, ZoneId zone, LocalDateTime from, LocalDateTime to) {
    var local = new LinkedHashMap<>(parts);
    LocalDateTime last = last(first, zone);
    if (last != null) {
      local.remove("COUNT");
      local.put("UNTIL", Moment.floating(last));
    } else if (count() != null) {
      local.put("COUNT", Integer.toString(Math.min(count(), MAX_COUNT)));
    }
    LocalDateTime seed = local.containsKey("COUNT") ? first : near(first, from);
    LocalDateTime begin = from.isBefore(first) ? first : from;
    return begin.isAfter(to)
        ? Stream.empty()
        : recur(local)
            .getDatesAsStream(seed, begin, to, -1)
            .filter(start -> !start.isBefore(first));
  }

  /** After this there is no start; for a rule that is not endless. */
  LocalDateTime end(LocalDateTime first, ZoneId zone) {
    LocalDateTime last = last(first, zone);
    return last != null
        ? last
        : starts(first, zone, first, LATEST)
            .limit(MAX_COUNT)
            .reduce((_, later) -> later)
            .orElse(first);
  }

  /** The same after its event's start has moved by so many days, where its weekdays say so. */
  static String movedBy(String value, long days) {
    Map<String, String> parts = parts(value);
    String weekdays = parts.get("BYDAY");
    if (!"WEEKLY".equals(parts.get("FREQ")) || weekdays == null || days % 7 == 0) {
      return value;
    }
    parts.put(
        "BYDAY",
        Arrays.stream(weekdays.split(","))
            .map(name -> weekday(name).plus(days).name().substring(0, 2))
            .collect(Collectors.joining(",")));
    return text(parts);
  }

  /** The same with another end, where it has one; the end of a rule is a time in UTC or a day. */
  static String ending(String value, UnaryOperator<String> end) {
    Map<String, String> parts = parts(value);
    parts.computeIfPresent("UNTIL", (_, until) -> end.apply(until));
    return text(parts);
  }

  private static DayOfWeek weekday(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name.trim().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Expected a weekday"));
  }

  /** The last start at most; null where only counting tells. */
  private @Nullable LocalDateTime last(LocalDateTime first, ZoneId zone) {
    Moment until = until(zone);
    if (until != null) {
      return until.day() ? until.local().plusDays(1).minusSeconds(1) : until.local();
    }
    ChronoUnit step = EVEN_STEPS.get(parts.get("FREQ"));
    boolean plain = parts.keySet().stream().noneMatch(part -> part.startsWith("BY"));
    return count() != null && step != null && plain
        ? first.plus((count() - 1L) * interval(), step)
        : null;
  }

  /** A start of the same step close before a time; steps of months and years are few. */
  private LocalDateTime near(LocalDateTime first, LocalDateTime from) {
    ChronoUnit step = EVEN_STEPS.get(parts.get("FREQ"));
    if (step == null || !first.isBefore(from)) {
      return first;
    }
    long whole = step.between(first, from) / interval() - 1;
    return whole <= 0 ? first : first.plus(whole * interval(), step);
  }

  private @Nullable Moment until(ZoneId zone) {
    String value = parts.get("UNTIL");
    if (value == null) {
      return null;
    }
    Moment until = Moment.parse(value, zone);
    return until.day() || until.zone().equals(zone) ? until : Moment.of(until.instant(), zone);
  }

  private @Nullable Integer count() {
    String value = parts.get("COUNT");
    return value == null ? null : Integer.valueOf(value);
  }

  private int interval() {
    return Integer.parseInt(parts.getOrDefault("INTERVAL", "1"));
  }

  private long startsAStep() {
    long starts = 1;
    for (var part : parts.entrySet()) {
      if (part.getKey().startsWith("BY") && !part.getKey().equals("BYSETPOS")) {
        starts *= part.getValue().split(",").length;
      }
    }
    return starts;
  }

  private Recur<LocalDateTime> recur(Map<String, String> said) {
    return new Recur<>(text(said), false);
  }

  private static String text(Map<String, String> parts) {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(";"));
  }

  private static Map<String, String> parts(String value) {
    var parts = new LinkedHashMap<String, String>();
    for (String part : value.trim().split(";", -1)) {
      String[] sides = part.split("=", 2);
      if (sides.length == 2) {
        parts.put(
            sides[0].trim().toUpperCase(Locale.ROOT), sides[1].trim().toUpperCase(Locale.ROOT));
      }
    }
    return parts;
  }
}
