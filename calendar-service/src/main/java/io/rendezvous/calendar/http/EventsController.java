package io.rendezvous.calendar.http;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final Calendar calendar;
  private final InstantSource clock;

  EventsController(Calendar calendar, InstantSource clock) {
    this.calendar = calendar;
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
    return switch (EventQuery.parse(from, to, limit, clock.instant())) {
      case EventQuery.Asked(var period, int number) ->
          switch (calendar.list(id(token, calendarId), period, number, cursor)) {
            case Outcome.Done<EventPage>(EventPage page) ->
                ResponseEntity.ok(EventPageBody.of(page));
            case Outcome.Failed<EventPage>(CalendarFailure failure) ->
                Problems.of(failure).response();
          };
      case EventQuery.Rejected(var errors) ->
          Problem.of(
                  HttpStatus.BAD_REQUEST,
                  "VALIDATION_ERROR",
                  "The parameters are not valid.",
                  errors)
              .response();
    };
  }

  @GetMapping("/{eventId}")
  ResponseEntity<Object> get(
      @AuthenticationPrincipal Jwt token,
      @PathVariable String calendarId,
      @PathVariable String eventId) {
    return switch (calendar.get(id(token, calendarId), eventId)) {
      case Outcome.Done<CalendarEvent>(CalendarEvent event) ->
          ResponseEntity.ok().eTag(event.etag()).body(EventBody.of(event));
      case Outcome.Failed<CalendarEvent>(CalendarFailure failure) ->
          Problems.of(failure).response();
    };
  }

  private static CalendarId id(Jwt token, String calendar) {
    return new CalendarId(new UserId(requireNonNull(token.getSubject(), "sub")), calendar);
  }
}
