package io.rendezvous.gateway.calendar;

import io.rendezvous.common.id.UserId;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/** Where an event is. */
record EventPlace(String calendar, String event) {
  static final String CALENDAR_EVENTS = "/internal/calendars/{calendar}/events";
  private static final String OF_CLIENTS = "/api/v1/calendars/{calendar}/events/{event}";

  ResponseEntity<byte[]> read(CalendarClient calendars, UserId user) {
    return calendars.get(user, CALENDAR_EVENTS + "/{event}", ids(), Map.of());
  }

  /** Where clients find it. */
  URI location(String contextPath) {
    return UriComponentsBuilder.fromPath(contextPath)
        .path(OF_CLIENTS)
        .encode()
        .buildAndExpand(ids())
        .toUri();
  }

  private Map<String, String> ids() {
    return Map.of("calendar", calendar, "event", event);
  }
}
