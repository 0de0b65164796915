package io.rendezvous.gateway.calendar;

import io.rendezvous.gateway.security.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The user's calendars, their events, and when people are busy. */
@RestController
@RequestMapping(path = "/api/v1/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
class CalendarController {
  private static final String CALENDARS = "/internal/calendars";

  private final CalendarClient calendars;

  CalendarController(CalendarClient calendarClient) {
    this.calendars = calendarClient;
  }

  @GetMapping
  ResponseEntity<byte[]> all(Caller caller) {
    return calendars.get(caller.user(), CALENDARS, Map.of(), Map.of());
  }

  @GetMapping("/freebusy")
  ResponseEntity<byte[]> busy(
      Caller caller,
      @RequestParam(required = false) @Nullable List<String> emails,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String calendar) {
    var query = new LinkedHashMap<String, String>();
    putIfGiven(query, "emails", emails == null ? null : String.join(",", emails));
    putIfGiven(query, "from", from);
    putIfGiven(query, "to", to);
    putIfGiven(query, "calendar", calendar);
    return calendars.get(caller.user(), CALENDARS + "/freebusy", Map.of(), query);
  }

  @GetMapping("/{calendar}/events")
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
    return calendars.get(
        caller.user(), EventPlace.CALENDAR_EVENTS, Map.of("calendar", calendar), query);
  }

  @GetMapping("/{calendar}/events/{event}")
  ResponseEntity<byte[]> get(
      Caller caller, @PathVariable String calendar, @PathVariable String event) {
    return new EventPlace(calendar, event).read(calendars, caller.user());
  }

  private static void putIfGiven(Map<String, String> query, String name, @Nullable String value) {
    if (value != null) {
      query.put(name, value);
    }
  }
}
