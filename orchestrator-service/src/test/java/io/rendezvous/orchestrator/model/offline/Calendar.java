package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.wire.Json;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The events that scripts speak of, as the calendar tools would tell them. */
record Calendar(Locale language) {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Attendee ANA = new Attendee("ana@example.com", null);

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
    return Map.of(
        "lunch", event("e-lunch", "Déjeuner avec ana@example.com", "2026-11-27T13:00", ANA),
        "saturday", event("e-lunch", "Déjeuner avec ana@example.com", "2026-11-28T14:00", ANA),
        "later", event("e-lunch", "Déjeuner avec ana@example.com", "2026-11-27T14:00", ANA),
        "bob", event("e-bob", "Lunch with Bob", "2026-11-27T13:00", new Attendee(null, "Bob")),
        "team", event("e-team", "Réunion d'équipe", "2026-11-23T10:00"),
        "monday", event("e-monday", "Lunch with Bob", "2026-11-23T12:30"),
        "slot", slot("2026-11-21T09:00"),
        "slot2", slot("2026-11-21T15:00"));
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
