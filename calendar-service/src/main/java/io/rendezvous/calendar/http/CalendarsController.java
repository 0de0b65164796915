package io.rendezvous.calendar.http;

import static java.util.Objects.requireNonNullElse;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.router.AllCalendars;
import io.rendezvous.calendar.router.BusyTimes;
import io.rendezvous.calendar.router.Calendars;
import io.rendezvous.calendar.router.FreeBusy;
import io.rendezvous.common.id.UserId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells all calendars of the user whom the token names, and when they are busy. */
@RestController
@RequestMapping("/internal/calendars")
final class CalendarsController {
  private final Calendars calendars;
  private final FreeBusy freeBusy;
  private final InstantSource clock;

  CalendarsController(Calendars calendars, FreeBusy freeBusy, InstantSource clock) {
    this.calendars = calendars;
    this.freeBusy = freeBusy;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<Object> all(@AuthenticationPrincipal Jwt token) {
    return switch (calendars.all(Users.of(token))) {
      case Outcome.Done<AllCalendars>(AllCalendars all) -> ResponseEntity.ok(CalendarsBody.of(all));
      case Outcome.Failed<AllCalendars>(CalendarFailure failure) -> Problems.of(failure).response();
    };
  }

  @GetMapping("/freebusy")
  ResponseEntity<Object> busy(
      @AuthenticationPrincipal Jwt token,
      @RequestParam(required = false) @Nullable List<String> emails,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String calendar) {
    UserId user = Users.of(token);
    return switch (EventQuery.parse(from, to, null, clock.instant())) {
      case EventQuery.Rejected(var errors) -> Problem.invalid(errors).response();
      case EventQuery.Asked(var period, _) ->
          switch (freeBusy.of(
              user,
              requireNonNullElse(emails, List.<String>of()),
              period,
              Optional.ofNullable(calendar).map(name -> new CalendarId(user, name)))) {
            case Outcome.Done<BusyTimes>(BusyTimes times) -> ResponseEntity.ok(BusyBody.of(times));
            case Outcome.Failed<BusyTimes>(CalendarFailure failure) ->
                Problems.of(failure).response();
          };
    };
  }
}
