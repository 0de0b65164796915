package io.rendezvous.orchestrator.model.offline;

import static java.util.Map.entry;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.wire.Json;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events that scripts speak of, as the calendar tools would tell them. */
record Calendar(Locale language) {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Attendee ANA = new Attendee("ana@example.com", null);
  private static final Attendee BOB = new Attendee(null, "Bob");
  private static final String PIANO = "Cours de piano";

  /** The text with every {@code $name} replaced by what it stands for, as JSON. */
  String fill(String text) {
    String filled = text;
    for (var entry : known().entrySet()) {
      filled =
          filled.replace(
              "$" + entry.getKey() + "$", Json.MAPPER.writeValueAsString(entry.getValue()));
    }
    return filled;
  }

  private Map<String, Object> known() {
    return Map.ofEntries(
        entry("lunch", event("e-lunch", "Déjeuner avec ana@example.com", "2026-11-27T13:00", ANA)),
        entry(
            "saturday", event("e-lunch", "Déjeuner avec ana@example.com", "2026-11-28T14:00", ANA)),
        entry("later", event("e-lunch", "Déjeuner avec ana@example.com", "2026-11-27T14:00", ANA)),
        entry("bob", event("e-bob", "Lunch with Bob", "2026-11-27T13:00", BOB)),
        entry("team", event("e-team", "Réunion d'équipe", "2026-11-23T10:00")),
        entry("monday", event("e-monday", "Lunch with Bob", "2026-11-23T12:30")),
        entry("slot", slot("2026-11-21T09:00")),
        entry("slot2", slot("2026-11-21T15:00")),
        entry("piano", series(event("p", PIANO, "2026-11-24T18:00"))),
        entry("pianolate", series(event("p", PIANO, "2026-11-24T19:00"))),
        entry("piano1", occurrence(event("p~20261124T170000Z", PIANO, "2026-11-24T18:00"))),
        entry("piano2", occurrence(event("p~20261201T170000Z", PIANO, "2026-12-01T18:00"))),
        entry("piano2late", occurrence(event("p~20261201T170000Z", PIANO, "2026-12-01T19:00"))),
        entry("pianorest", series(event("r", PIANO, "2026-12-01T19:00"))),
        entry("budget", byOthers(event("e-budget", "Revue du budget", "2026-11-26T15:00", BOB))),
        entry("leave", days("e-leave", "Vacances", "2027-08-03", "2027-08-10")));
  }

  private EventView days(String id, String title, String first, String last) {
    ZonedDateTime from = LocalDate.parse(first).atStartOfDay(PARIS);
    ZonedDateTime to = LocalDate.parse(last).atStartOfDay(PARIS);
    DateTimeFormatter day = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language);
    String when = day.format(from) + " – " + day.format(to) + " (" + PARIS + ")";
    var event =
        new EventView(
            id,
            title,
            from.toOffsetDateTime(),
            to.plusDays(1).toOffsetDateTime(),
            PARIS.getId(),
            when,
            null,
            List.of());
    return with(event, true, null, null, null);
  }

  private static EventView series(EventView event) {
    return with(event, null, event.id(), List.of("RRULE:FREQ=WEEKLY;BYDAY=TU"), null);
  }

  private static EventView occurrence(EventView event) {
    return with(event, null, "p", null, null);
  }

  private static EventView byOthers(EventView event) {
    return with(event, null, null, null, true);
  }

  private static EventView with(
      EventView event,
      @Nullable Boolean allDay,
      @Nullable String series,
      @Nullable List<String> recurrence,
      @Nullable Boolean byOthers) {
    return new EventView(
        event.id(),
        event.title(),
        event.start(),
        event.end(),
        event.timeZone(),
        event.when(),
        null,
        null,
        event.attendees(),
        allDay,
        series,
        recurrence,
        null,
        null,
        byOthers,
        null,
        null);
  }

  private EventView event(String id, String title, String start, Attendee... attendees) {
    ZonedDateTime from = LocalDateTime.parse(start).atZone(PARIS);
    ZonedDateTime to = from.plusHours(1);
    return new EventView(
        id,
        title,
        from.toOffsetDateTime(),
        to.toOffsetDateTime(),
        PARIS.getId(),
        when(from, to),
        null,
        List.of(attendees));
  }

  private Slot slot(String start) {
    ZonedDateTime from = LocalDateTime.parse(start).atZone(PARIS);
    ZonedDateTime to = from.plusHours(1);
    return new Slot(from.toOffsetDateTime(), to.toOffsetDateTime(), PARIS.getId(), when(from, to));
  }

  private String when(ZonedDateTime from, ZonedDateTime to) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", language).format(from)
        + DateTimeFormatter.ofPattern("–HH:mm '('VV')'", language).format(to);
  }
}
