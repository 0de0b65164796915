package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long an event lasts.
 *
 * @param days that count as days, however many hours they have
 */
record Span(long days, Duration rest) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?)P(?:(\\d{1,6})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?"
              + "(?:(\\d{1,9})S)?)?");
  private static final int DAYS_A_WEEK = 7;

  static Span ofDays(long days) {
    return new Span(days, Duration.ZERO);
  }

  /** Throws where the value is no DURATION (RFC 5545, 3.3.6). */
  static Span parse(String value) {
    Matcher parts = FORM.matcher(value.trim());
    if (!parts.matches()) {
      throw new IllegalArgumentException("Expected a duration");
    }
    int sign = parts.group(1).equals("-") ? -1 : 1;
    long days = number(parts, 2) * DAYS_A_WEEK + number(parts, 3);
    Duration rest =
        Duration.ofHours(number(parts, 4))
            .plusMinutes(number(parts, 5))
            .plusSeconds(number(parts, 6));
    return new Span(sign * days, rest.multipliedBy(sign));
  }

  /** In hours, a day having 24. */
  Duration length() {
    return Duration.ofDays(days).plus(rest);
  }

  EventTime from(Moment start, ZoneId shown) {
    if (start.day()) {
      var first = start.local().toLocalDate();
      return EventTime.days(first, first.plusDays(Math.max(1, length().toDays())), shown);
    }
    Instant begin = start.instant();
    Instant end =
        days == 0 ? begin.plus(rest) : start.at(start.local().plusDays(days)).instant().plus(rest);
    return new EventTime(begin, end.isBefore(begin) ? begin : end, shown);
  }

  private static long number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
