package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.command.Preferences;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as they are told: tools tell them in the language that the user prefers; in the other one
 * they are told here.
 */
record Spoken(Language language, Preferences preferences) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  String when(EventView event) {
    return isPreferred()
        ? event.when()
        : when(event.start(), event.end(), event.timeZone(), Boolean.TRUE.equals(event.allDay()));
  }

  String when(Slot slot) {
    return isPreferred() ? slot.when() : when(slot.start(), slot.end(), slot.timeZone(), false);
  }

  String when(ZonedDateTime start, ZonedDateTime end, boolean wholeDays) {
    return wholeDays ? days(start, end.toLocalDate().minusDays(1)) : times(start, end);
  }

  private String days(ZonedDateTime start, LocalDate last) {
    Phrasing phrasing = language.phrasing();
    LocalDate first = start.toLocalDate();
    String end = first.equals(last) ? ", " + phrasing.allDay() : " – " + phrasing.day(last);
    return phrasing.day(first) + end + " (" + start.getZone() + ")";
  }

  private String times(ZonedDateTime start, ZonedDateTime end) {
    String from = language.phrasing().day(start.toLocalDate()) + ", " + CLOCK.format(start);
    String to =
        start.toLocalDate().equals(end.toLocalDate())
            ? "–" + CLOCK.format(end)
            : " – " + language.phrasing().day(end.toLocalDate()) + ", " + CLOCK.format(end);
    return from + to + " (" + start.getZone() + ")";
  }

  private String when(
      OffsetDateTime start, OffsetDateTime end, String timeZone, boolean wholeDays) {
    ZoneId zone = ZoneId.of(timeZone);
    return when(start.atZoneSameInstant(zone), end.atZoneSameInstant(zone), wholeDays);
  }

  private boolean isPreferred() {
    return language == Language.of(preferences);
  }
}
