package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The local times that models write, as times on the time line. */
final class LocalTimes {
  private static final List<String> FIELDS = List.of("from", "to", "start", "end");

  /** Four digits of year and no offset: a parser alone would take more. */
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");

  private LocalTimes() {}

  /** The first field of these arguments that should be a local time, but is not. */
  static Optional<String> firstUnreadable(JsonNode arguments) {
    return FIELDS.stream()
        .filter(field -> arguments.has(field) && !isReadable(arguments.get(field).asString()))
        .findFirst();
  }

  private static boolean isReadable(String text) {
    try {
      return FORM.matcher(text).matches() && LocalDateTime.parse(text) != null;
    } catch (DateTimeException noSuchDay) {
      return false;
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

  /** From start to end, or as long as said where there is no end. */
  static Outcome<EventTime> time(
      LocalDateTime start, @Nullable LocalDateTime end, Duration otherwise, ZoneId zone) {
    Instant first = instant(start, zone);
    Instant last = end == null ? first.plus(otherwise) : instant(end, zone);
    return last.getEpochSecond() > first.getEpochSecond()
        ? new Outcome.Done<>(new EventTime(first, last, zone))
        : Arguments.invalid(
            "end is not after start"
                + (end != null && end.isAfter(start)
                    ? ": the clocks are put forward then, so start is later than it looks."
                    : "; an event that ends after midnight ends on the next day."));
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
