package io.rendezvous.gateway.stream;

import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.security.Ownership;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happens in a conversation, or to a user's calendars without one, as it happens. */
@RestController
class EventsController {
  private final Streams streams;
  private final Ownership ownership;

  EventsController(Streams streams, Ownership ownership) {
    this.streams = streams;
    this.ownership = ownership;
  }

  @GetMapping(
      path = "/api/v1/conversations/{id}/events",
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      Caller caller,
      @PathVariable String id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    var conversation = ownership.conversation(caller.user(), id);
    String from = lastEventId == null ? after : lastEventId;
    streams.conversation(caller, conversation, from, request, response);
  }

  @GetMapping(path = "/api/v1/calendars/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void changes(
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    String from = lastEventId == null ? after : lastEventId;
    streams.conversation(caller, ownership.direct(caller.user()), from, request, response);
  }
}
