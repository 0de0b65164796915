package io.rendezvous.gateway.calendar;

import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.calendar.EventWrites.Asking;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.kafka.TraceContext;
import io.rendezvous.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Events made, changed and deleted by the user herself. */
@RestController
@RequestMapping(
    path = "/api/v1/calendars/{calendar}/events",
    produces = MediaType.APPLICATION_JSON_VALUE)
class EventController {
  private static final String MERGE_PATCH = "application/merge-patch+json";

  private final EventWrites writes;

  EventController(EventWrites writes) {
    this.writes = writes;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> create(
      Caller caller,
      @PathVariable String calendar,
      @RequestBody JsonNode body,
      @RequestParam(required = false) @Nullable String notify,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    var asking = asking(caller, key, traceparent, request, response);
    var event = NewEvent.read(body);
    Boolean told = EventOptions.notifyAttendees(notify);
    return writes
        .create(
            asking,
            asked(calendar, notify, body),
            chosen -> event.on(calendar, chosen.timeZone(), told))
        .with(HttpStatus.CREATED);
  }

  @PatchMapping(
      path = "/{event}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
  ResponseEntity<Object> change(
      Caller caller,
      @PathVariable String calendar,
      @PathVariable String event,
      @RequestBody JsonNode body,
      @RequestParam(required = false) @Nullable String scope,
      @RequestParam(required = false) @Nullable String notify,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    var asking = asking(caller, key, traceparent, request, response);
    return writes
        .update(
            asking,
            new EventPlace(calendar, event),
            EventPatch.read(body),
            EventOptions.read(scope, notify, ifMatch),
            asked(calendar, event, scope, notify, ifMatch, body))
        .with(HttpStatus.OK);
  }

  @DeleteMapping("/{event}")
  ResponseEntity<Object> delete(
      Caller caller,
      @PathVariable String calendar,
      @PathVariable String event,
      @RequestParam(required = false) @Nullable String scope,
      @RequestParam(required = false) @Nullable String notify,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    var asking = asking(caller, key, traceparent, request, response);
    return writes
        .delete(
            asking,
            new EventPlace(calendar, event),
            EventOptions.read(scope, notify, ifMatch),
            asked(calendar, event, scope, notify, ifMatch))
        .with(HttpStatus.NO_CONTENT);
  }

  /** The key is told in every answer, also where it was made here. */
  private static Asking asking(
      Caller caller,
      @Nullable String givenKey,
      @Nullable String traceparent,
      HttpServletRequest request,
      HttpServletResponse response) {
    var key = IdempotencyKey.of(givenKey);
    response.setHeader(IdempotencyKey.HEADER, key.value());
    return new Asking(
        caller.user(), key, TraceContext.valid(traceparent), request.getContextPath());
  }

  /** One text for all that was sent: a list of JSON, in which no part can pass for another. */
  private static String asked(@Nullable Object... parts) {
    return Json.MAPPER.writeValueAsString(parts);
  }
}
