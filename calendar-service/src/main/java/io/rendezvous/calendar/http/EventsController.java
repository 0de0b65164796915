package io.rendezvous.calendar.http;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.router.Calendars;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers for the user whom the token names, and nobody else. */
@RestController
@RequestMapping("/internal/calendars/{calendarId}/events")
final class EventsController {
  private final Calendars calendars;
  private final InstantSource clock;

  EventsController(Calendars calendars, InstantSource clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<Object> list(
      @AuthenticationPrincipal Jwt token,
      @PathVariable String calendarId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    CalendarId id = id(token, calendarId);
    return switch (EventQuery.parse(from, to, limit, clock.instant())) {
      case EventQuery.Asked(var period, int number) ->
          switch (calendars.list(id, period, number, cursor)) {
            case Outcome.Done<EventPage>(EventPage page) ->
                ResponseEntity.ok(EventPageBody.of(page, source(id)));
            case Outcome.Failed<EventPage>(CalendarFailure failure) ->
                Problems.of(failure).response();
          };
      case EventQuery.Rejected(var errors) -> Problem.invalid(errors).response();
    };
  }

  @GetMapping("/{eventId}")
  ResponseEntity<Object> get(
      @AuthenticationPrincipal Jwt token,
      @PathVariable String calendarId,
      @PathVariable String eventId) {
    CalendarId id = id(token, calendarId);
    return switch (calendars.get(id, eventId)) {
      case Outcome.Done<CalendarEvent>(CalendarEvent event) ->
          ResponseEntity.ok().eTag(event.etag()).body(EventBody.of(event, source(id)));
      case Outcome.Failed<CalendarEvent>(CalendarFailure failure) ->
          Problems.of(failure).response();
    };
  }

  /** An account that was removed since has no events any more. */
  private String source(CalendarId calendar) {
    return calendars.source(calendar).orElse("removed");
  }

  private static CalendarId id(Jwt token, String calendar) {
    return new CalendarId(Users.of(token), calendar);
  }
}
