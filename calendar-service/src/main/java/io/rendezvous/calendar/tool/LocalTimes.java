package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.calendar.LocalWhen;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The local times that models write, as times on the time line. */
final class LocalTimes {
  private static final List<String> TIMES = List.of("from", "to");
  private static final List<String> DAYS_OR_TIMES = List.of("start", "end");

  private LocalTimes() {}

  /** What is wrong with the first field of these arguments that should say a time, but does not. */
  static Optional<String> firstUnreadable(JsonNode arguments) {
    return Stream.concat(
            TIMES.stream()
                .filter(field -> unreadable(arguments, field, false))
                .map(
                    field ->
                        field
                            + " is not a local date-time: write it like 2026-11-27T13:00, without"
                            + " offset, and name the zone in timeZone."),
            DAYS_OR_TIMES.stream()
                .filter(field -> unreadable(arguments, field, true))
                .map(
                    field ->
                        field
                            + " is not a local date-time: write it like 2026-11-27T13:00, without"
                            + " offset, or like 2026-11-27 for a whole day, and name the zone in"
                            + " timeZone."))
        .findFirst();
  }

  private static boolean unreadable(JsonNode arguments, String field, boolean daysToo) {
    if (!arguments.has(field)) {
      return false;
    }
    try {
      return LocalWhen.parse(arguments.get(field).asString()).isDay() && !daysToo;
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }

  static Outcome<ZoneId> zone(@Nullable String name, ZoneId otherwise) {
    if (name == null) {
      return new Outcome.Done<>(otherwise);
    }
    return ZoneId.getAvailableZoneIds().contains(name)
        ? new Outcome.Done<>(ZoneId.of(name))
        : Arguments.invalid("timeZone is not known: use an IANA name like Europe/Paris.");
  }

  /**
   * A time that the clocks skip is moved forward by as much as they skip; of one that they show
   * twice, the earlier is meant (as {@link ZonedDateTime#ofLocal} does).
   */
  static Instant instant(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /**
   * From start to end, or as long as said where there is no end.
   *
   * @param otherwise how long it is where no end is given, if it is not of whole days
   * @param days how many days it is then, if it is
   */
  static Outcome<EventTime> time(
      LocalWhen start, @Nullable LocalWhen end, Duration otherwise, int days, ZoneId zone) {
    if (end != null && end.isDay() != start.isDay()) {
      return Arguments.invalid(
          "start and end must both be days, like 2026-11-27, or both be date-times.");
    }
    if (start.isDay()) {
      LocalDate after = end == null ? start.day().plusDays(days) : end.day().plusDays(1);
      return after.isAfter(start.day())
          ? new Outcome.Done<>(EventTime.days(start.day(), after, zone))
          : Arguments.invalid("end is before start; for whole days it is the last day.");
    }
    Instant first = instant(start.dateTime(), zone);
    Instant last = end == null ? first.plus(otherwise) : instant(end.dateTime(), zone);
    return last.getEpochSecond() > first.getEpochSecond()
        ? new Outcome.Done<>(new EventTime(first, last, zone))
        : Arguments.invalid(
            "end is not after start"
                + (end != null && end.dateTime().isAfter(start.dateTime())
                    ? ": the clocks are put forward then, so start is later than it looks."
                    : "; an event that ends after midnight ends on the next day."));
  }

  /** A weekday that was said must be the day's own: who errs cannot be known. */
  static <T> Outcome<T> onWeekday(@Nullable DayOfWeek said, LocalDate day, Outcome<T> otherwise) {
    return said == null || said == day.getDayOfWeek()
        ? otherwise
        : Arguments.invalid(
            "%s is a %s, not a %s: ask the user which is meant."
                .formatted(
                    day,
                    day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    said.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
  }

  static Outcome<Period> period(
      LocalDateTime from, LocalDateTime to, ZoneId zone, int longestDays) {
    if (from.plusDays(longestDays).isBefore(to)) {
      return Arguments.invalid("to is more than " + longestDays + " days after from.");
    }
    Instant first = instant(from, zone);
    Instant last = instant(to, zone);
    return last.isAfter(first)
        ? new Outcome.Done<>(new Period(first, last))
        : Arguments.invalid("to is not after from; for a whole day, to is the next day at 00:00.");
  }
}
