package io.rendezvous.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How something repeats, in the terms of RFC 5545; weeks begin on Monday.
 *
 * @param interval 2 for every other week, month …
 */
public record Recurrence(Frequency frequency, int interval, RepeatedDay on, RepeatBound bound) {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Recurrence every(int interval, Frequency frequency) {
    return every(interval, frequency, new RepeatedDay.SameDay());
  }

  static Recurrence every(int interval, Frequency frequency, RepeatedDay on) {
    return new Recurrence(frequency, interval, on, new RepeatBound.Never());
  }

  Recurrence until(RepeatBound end) {
    return new Recurrence(frequency, interval, on, end);
  }

  Recurrence on(RepeatedDay day) {
    return new Recurrence(frequency, interval, day, bound);
  }

  /** The rule of RFC 5545 where whole days repeat. */
  public String rule() {
    return rule(DateTimeFormatter.BASIC_ISO_DATE::format);
  }

  /** The rule where times of that zone repeat: then it has its end in UTC (section 3.3.10). */
  public String rule(ZoneId zone) {
    return rule(last -> UTC.format(last.plusDays(1).atStartOfDay(zone).minusSeconds(1)));
  }

  private String rule(Function<LocalDate, String> writing) {
    String every = interval == 1 ? "" : ";INTERVAL=" + interval;
    return "FREQ=" + frequency + every + on.rule() + bound.rule(writing);
  }

  /** When the occurrences begin, the first of which is known. */
  Stream<LocalDateTime> from(LocalDateTime first) {
    return bound.cut(
        frequency.isWithinDay()
            ? Stream.iterate(first, start -> start.plus(interval, frequency.unit()))
            : days(first.toLocalDate()).map(day -> day.atTime(first.toLocalTime())));
  }

  /** The days from that one on; the first period is the one that it is in. */
  Stream<LocalDate> days(LocalDate first) {
    return Stream.iterate(0L, periods -> periods + interval)
        .flatMap(periods -> on.in(frequency, first, periods))
        .filter(day -> !day.isBefore(first));
  }
}
