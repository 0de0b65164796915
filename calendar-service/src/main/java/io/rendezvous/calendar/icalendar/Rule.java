package io.rendezvous.calendar.icalendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A recurrence rule (RFC 5545, 3.3.10), worked out in local time: so it keeps wall time, and each
 * start is moved out of a gap of the clocks for itself.
 */
final class Rule {
  /** How far a rule with COUNT is counted, where reckoning does not do. */
  static final int MAX_COUNT = 10_000;

  /** How many times a day a rule may name: each quarter of an hour, and a few more. */
  private static final int MAX_TIMES_A_DAY = 100;

  private static final int MAX_INTERVAL = 10_000;
  private static final LocalDateTime LATEST = LocalDateTime.of(9998, 1, 1, 0, 0);
  private static final Set<String> PARTS =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "WKST",
          "BYMONTH",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYMONTHDAY",
          "BYDAY",
          "BYHOUR",
          "BYMINUTE",
          "BYSECOND",
          "BYSETPOS");

  private final RuleText text;
  private final Frequency frequency;
  private final int interval;
  private final @Nullable Integer count;

  private Rule(RuleText text) {
    this.text = text;
    this.frequency =
        Arrays.stream(Frequency.values())
            .filter(one -> one.name().equals(text.parts().get("FREQ")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Expected a frequency"));
    this.interval = Integer.parseInt(text.parts().getOrDefault("INTERVAL", "1"));
    String counted = text.parts().get("COUNT");
    this.count = counted == null ? null : Integer.valueOf(counted);
  }

  /** The rule; empty where it is none, or beyond the limits: then the event has its first start. */
  static Optional<Rule> parse(String value) {
    try {
      var rule = new Rule(RuleText.parse(value));
      return rule.isFine() ? Optional.of(rule) : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  private boolean isFine() {
    until(ZoneOffset.UTC);
    positions();
    days(LATEST);
    return PARTS.containsAll(text.parts().keySet())
        && interval >= 1
        && interval <= MAX_INTERVAL
        && (count == null || count >= 1)
        && times(LATEST).size() <= MAX_TIMES_A_DAY;
  }

  Frequency frequency() {
    return frequency;
  }

  int interval() {
    return interval;
  }

  RuleDays days(LocalDateTime first) {
    return RuleDays.of(text, frequency, first.toLocalDate());
  }

  RuleTimes times(LocalDateTime first) {
    return RuleTimes.of(text, frequency, first.toLocalTime());
  }

  List<Integer> positions() {
    return text.numbers("BYSETPOS", 1, 366);
  }

  /** Whether it goes on for ever. */
  boolean isEndless() {
    return count == null && text.parts().get("UNTIL") == null;
  }

  /**
   * Its starts from {@code from} to {@code to}, both included, by time.
   *
   * @param first the event's own start
   */
  Stream<LocalDateTime> starts(
      LocalDateTime first, ZoneId zone, LocalDateTime from, LocalDateTime to) {
    LocalDateTime last = last(first, zone);
    LocalDateTime latest = last == null || to.isBefore(last) ? to : last;
    @Nullable Integer counted = last == null ? count : null;
    var steps = new RuleSteps(this, first, counted == null ? from : first, latest);
    Stream<LocalDateTime> all =
        StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(steps, Spliterator.ORDERED), false);
    return (counted == null ? all : all.limit(Math.min(counted, MAX_COUNT)))
        .takeWhile(start -> !start.isAfter(latest))
        .filter(start -> !start.isBefore(from));
  }

  /** After this there is no start; for a rule that is not endless. */
  LocalDateTime end(LocalDateTime first, ZoneId zone) {
    LocalDateTime last = last(first, zone);
    return last != null
        ? last
        : starts(first, zone, first, LATEST).reduce((_, later) -> later).orElse(first);
  }

  /** The last start at most; null where only counting tells. */
  private @Nullable LocalDateTime last(LocalDateTime first, ZoneId zone) {
    Moment until = until(zone);
    if (until != null) {
      return until.day() ? until.local().plusDays(1).minusSeconds(1) : until.local();
    }
    boolean plain = text.parts().keySet().stream().noneMatch(part -> part.startsWith("BY"));
    return count != null && plain && frequency.isShorterThan(Frequency.MONTHLY)
        ? first.plus((count - 1L) * interval, frequency.unit())
        : null;
  }

  private @Nullable Moment until(ZoneId zone) {
    String value = text.parts().get("UNTIL");
    if (value == null) {
      return null;
    }
    Moment until = Moment.parse(value, zone);
    return until.day() || until.zone().equals(zone) ? until : Moment.of(until.instant(), zone);
  }
}
