package io.rendezvous.calendar.google;

import com.google.api.client.util.DateTime;
import com.google.api.services.calendar.model.EventDateTime;
import io.rendezvous.calendar.EventTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as Google writes them. */
final class Times {
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

  /**
   * When an event is.
   *
   * @param calendarZone where times are meant that name no zone: days, mostly
   */
  static EventTime read(EventDateTime start, EventDateTime end, ZoneId calendarZone) {
    ZoneId own = zone(start.getTimeZone());
    ZoneId zone = own == null ? calendarZone : own;
    return start.getDate() == null
        ? new EventTime(instant(start), instant(end), zone)
        : EventTime.days(day(start), day(end), zone);
  }

  /** Whether it can be read only by who knows the calendar's zone. */
  static boolean needsZone(EventDateTime start) {
    return zone(start.getTimeZone()) == null;
  }

  static EventDateTime start(EventTime time) {
    return time.allDay()
        ? new EventDateTime().setDate(new DateTime(time.firstDay().toString()))
        : written(time.localStart());
  }

  static EventDateTime end(EventTime time) {
    return time.allDay()
        ? new EventDateTime().setDate(new DateTime(time.endDay().toString()))
        : written(time.localEnd());
  }

  /**
   * The same time in a zone that Google can hold: days have that of the calendar, and an offset is
   * none.
   */
  static EventTime held(EventTime time, ZoneId calendarZone) {
    if (time.allDay()) {
      return EventTime.days(time.firstDay(), time.endDay(), calendarZone);
    }
    return time.zone() instanceof ZoneOffset offset
        ? new EventTime(
            time.start(),
            time.end(),
            offset.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : calendarZone)
        : time;
  }

  /** What an occurrence is known by: its own start, as Google's ids have it too. */
  static String key(EventDateTime originalStart) {
    return originalStart.getDate() == null
        ? KEY.format(instant(originalStart))
        : DateTimeFormatter.BASIC_ISO_DATE.format(day(originalStart));
  }

  static Instant instant(DateTime time) {
    return Instant.ofEpochMilli(time.getValue());
  }

  static DateTime written(Instant instant) {
    return new DateTime(DateTimeFormatter.ISO_INSTANT.format(instant));
  }

  private static EventDateTime written(ZonedDateTime time) {
    return new EventDateTime()
        .setDateTime(new DateTime(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
        .setTimeZone(time.getZone().getId());
  }

  private static Instant instant(EventDateTime time) {
    return instant(time.getDateTime());
  }

  private static LocalDate day(EventDateTime time) {
    return LocalDate.parse(time.getDate().toStringRfc3339());
  }

  /** A name that Java does not know is taken for none. */
  static @Nullable ZoneId zone(@Nullable String name) {
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
