package io.rendezvous.gateway.conversation;

import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.kafka.TraceContext;
import io.rendezvous.gateway.message.MessageView;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.security.Ownership;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations: created, listed, read. */
@RestController
@RequestMapping(path = "/api/v1/conversations", produces = MediaType.APPLICATION_JSON_VALUE)
class ConversationController {
  private final Creation creation;
  private final Conversations conversations;
  private final Messages messages;
  private final Ownership ownership;

  ConversationController(
      Creation creation, Conversations conversations, Messages messages, Ownership ownership) {
    this.creation = creation;
    this.conversations = conversations;
    this.messages = messages;
    this.ownership = ownership;
  }

  @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE})
  ResponseEntity<ConversationView> create(
      Caller caller,
      @RequestBody(required = false) @Nullable ConversationBody body,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String givenKey,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    var key = IdempotencyKey.of(givenKey);
    response.setHeader(IdempotencyKey.HEADER, key.value());
    var view =
        creation.create(
            caller.user(),
            body == null ? ConversationBody.EMPTY : body,
            key,
            TraceContext.valid(traceparent));
    return ResponseEntity.created(
            URI.create(request.getContextPath() + "/api/v1/conversations/" + view.id()))
        .body(view);
  }

  @GetMapping
  Page<ConversationView> list(
      Caller caller,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return conversations.list(
        caller.user(), Limits.check(limit), cursor == null ? null : Cursor.place(cursor));
  }

  @GetMapping("/{id}")
  ConversationView get(Caller caller, @PathVariable String id) {
    return conversations
        .find(caller.user(), ownership.conversation(caller.user(), id))
        .orElseThrow(() -> Problem.notFound("conversation"));
  }

  @GetMapping("/{id}/messages")
  Page<MessageView> messages(
      Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "20") int limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "") String include) {
    return messages.page(
        caller.user(),
        ownership.conversation(caller.user(), id),
        cursor == null ? Long.MAX_VALUE : Cursor.sequence(cursor),
        Limits.check(limit),
        include.equals("tools"));
  }
}
