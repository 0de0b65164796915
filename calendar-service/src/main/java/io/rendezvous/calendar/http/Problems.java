package io.rendezvous.calendar.http;

import io.rendezvous.calendar.CalendarFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells every failure as a problem, and nothing of its inside. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  static Problem of(CalendarFailure failure) {
    return switch (failure) {
      case CalendarFailure.NotFound _ ->
          Problem.of(
              HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such calendar, or no such event.");
      case CalendarFailure.Conflict _, CalendarFailure.Edited _ ->
          Problem.of(HttpStatus.CONFLICT, "CONFLICT", "The event has changed meanwhile.");
      case CalendarFailure.Unauthorized _ ->
          Problem.of(
              HttpStatus.BAD_GATEWAY,
              "RECONNECT_NEEDED",
              "The calendar refused access; its account may have to be connected again.");
      case CalendarFailure.Unavailable _, CalendarFailure.Closed _, CalendarFailure.Expired _ ->
          unavailable();
      case CalendarFailure.Invalid(String reason) ->
          Problem.of(HttpStatus.BAD_REQUEST, "VALIDATION_ERROR", reason);
    };
  }

  @ExceptionHandler
  ResponseEntity<Object> tablesAway(SdkException e) {
    LOG.warn("The tables did not answer: {}", e.toString());
    return unavailable().response();
  }

  @ExceptionHandler
  ResponseEntity<Object> bug(Exception e) {
    LOG.error("A request failed", e);
    return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "The service failed.")
        .response();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpStatus known = HttpStatus.valueOf(status.value());
    String code = known == HttpStatus.BAD_REQUEST ? "VALIDATION_ERROR" : known.name();
    return Problem.of(known, code, "The request does not fit this interface.").response();
  }

  private static Problem unavailable() {
    return Problem.of(
        HttpStatus.SERVICE_UNAVAILABLE, "CALENDAR_ERROR", "The calendar cannot be reached now.");
  }
}
