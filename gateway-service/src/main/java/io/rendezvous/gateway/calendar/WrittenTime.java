package io.rendezvous.gateway.calendar;

import io.rendezvous.common.calendar.LocalWhen;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day, or a time with its offset, as a client writes it: one of both is null. */
record WrittenTime(@Nullable LocalDate day, @Nullable OffsetDateTime time) {
  private static final int DAY_CHARACTERS = 10;
  private static final int LAST_YEAR = 9999;

  /**
   * Reads {@code yyyy-MM-dd} or ISO 8601 with an offset.
   *
   * @throws DateTimeException where it is neither
   */
  static WrittenTime parse(String text) {
    var written =
        text.length() <= DAY_CHARACTERS
            ? new WrittenTime(LocalDate.parse(text), null)
            : new WrittenTime(null, OffsetDateTime.parse(text));
    int year = written.day == null ? written.at().getYear() : written.day.getYear();
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeException("Expected a year of four digits, but found " + year);
    }
    return written;
  }

  boolean isDay() {
    return day != null;
  }

  private OffsetDateTime at() {
    if (time == null) {
      throw new IllegalStateException("Expected a time, but it is a day");
    }
    return time;
  }

  boolean isAfter(WrittenTime other) {
    if (day != null && other.day != null) {
      return day.isAfter(other.day);
    }
    return at().toInstant().isAfter(other.at().toInstant());
  }

  /**
   * As clocks in that zone show it.
   *
   * @throws Problem 400 if they show it twice, and this is the second time: local time cannot say
   *     so
   */
  LocalWhen in(ZoneId zone, String field) {
    if (day != null) {
      return new LocalWhen(day, null);
    }
    var local = at().atZoneSameInstant(zone);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local.toLocalDateTime());
    if (!offsets.getFirst().equals(local.getOffset())) {
      throw Problem.invalid(
          new FieldError(
              field, "is in the hour that " + zone + " has twice; give another timeZone"));
    }
    return LocalWhen.of(local.toLocalDateTime());
  }

  /** As the end of something, which for tools is the last day where here it is the day after. */
  LocalWhen endIn(ZoneId zone) {
    return day == null ? in(zone, "end") : new LocalWhen(day.minusDays(1), null);
  }
}
