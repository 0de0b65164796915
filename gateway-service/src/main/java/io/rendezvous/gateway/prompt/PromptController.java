package io.rendezvous.gateway.prompt;

import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.kafka.TraceContext;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.security.Caller;
import io.rendezvous.gateway.stream.Streams;
import io.rendezvous.gateway.submission.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes prompts, and answers at once or with the turn's stream. */
@RestController
class PromptController {
  private final Prompts prompts;
  private final PromptRules rules;
  private final Streams streams;
  private final PromptMetrics metrics;

  PromptController(Prompts prompts, PromptRules rules, Streams streams, PromptMetrics metrics) {
    this.prompts = prompts;
    this.rules = rules;
    this.streams = streams;
    this.metrics = metrics;
  }

  @PostMapping(
      path = "/api/v1/prompts",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  @Nullable ResponseEntity<PromptAnswer> submit(
      Caller caller,
      @RequestBody PromptBody body,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String givenKey,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable List<MediaType> accept,
      HttpServletRequest request,
      HttpServletResponse response) {
    var key = IdempotencyKey.of(givenKey);
    response.setHeader(IdempotencyKey.HEADER, key.value());
    Prompt prompt = rules.check(body);
    var submission =
        submit(caller, prompt, body.conversationId(), key, TraceContext.valid(traceparent));
    var location = request.getContextPath() + "/api/v1/turns/" + submission.turn();
    if (wantsStream(accept)) {
      response.setHeader(HttpHeaders.LOCATION, location);
      streams.turn(caller, submission.turn(), submission::acceptedIn, request, response);
      return null;
    }
    return ResponseEntity.accepted()
        .location(URI.create(location))
        .body(PromptAnswer.accepted(submission.turn()));
  }

  private Submission submit(
      Caller caller,
      Prompt prompt,
      @Nullable String conversation,
      IdempotencyKey key,
      @Nullable String traceparent) {
    try {
      var submission = prompts.submit(caller.user(), prompt, conversation, key, traceparent);
      metrics.accepted();
      return submission;
    } catch (Problem problem) {
      metrics.refused(problem.code());
      if (problem.code() == ProblemCode.LOG_UNAVAILABLE) {
        // It may have been recorded all the same: with the same key it stays one prompt.
        problem.with("idempotencyKey", key.value()).with("text", prompt.text());
      }
      throw problem;
    }
  }

  private static boolean wantsStream(@Nullable List<MediaType> accept) {
    return accept != null
        && accept.stream().anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM));
  }
}
