package io.rendezvous.gateway.calendar;

import io.rendezvous.gateway.security.Caller;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events of a calendar. */
@RestController
@RequestMapping(
    path = "/api/v1/calendars/{calendar}/events",
    produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarController {
  private static final String EVENTS = "/internal/calendars/{calendar}/events";

  private final CalendarClient calendars;

  CalendarController(CalendarClient calendars) {
    this.calendars = calendars;
  }

  @GetMapping
  ResponseEntity<byte[]> list(
      Caller caller,
      @PathVariable String calendar,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var query = new LinkedHashMap<String, String>();
    putIfGiven(query, "from", from);
    putIfGiven(query, "to", to);
    putIfGiven(query, "limit", limit);
    putIfGiven(query, "cursor", cursor);
    return calendars.get(caller.user(), EVENTS, Map.of("calendar", calendar), query);
  }

  @GetMapping("/{event}")
  ResponseEntity<byte[]> get(
      Caller caller, @PathVariable String calendar, @PathVariable String event) {
    return calendars.get(
        caller.user(), EVENTS + "/{event}", Map.of("calendar", calendar, "event", event), Map.of());
  }

  private static void putIfGiven(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
