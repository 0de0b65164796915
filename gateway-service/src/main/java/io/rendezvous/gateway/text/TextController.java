package io.rendezvous.gateway.text;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.calendar.EventAnswer;
import io.rendezvous.gateway.calendar.EventWrites;
import io.rendezvous.gateway.calendar.EventWrites.Asking;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.kafka.TraceContext;
import io.rendezvous.gateway.preferences.UserPreferences;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Makes an event of a sentence, or shows what it would be. */
@RestController
class TextController {
  private final TextReader reader;
  private final UserPreferences preferences;
  private final EventWrites writes;
  private final TextSettings settings;

  TextController(
      TextReader reader, UserPreferences preferences, EventWrites writes, TextSettings settings) {
    this.reader = reader;
    this.preferences = preferences;
    this.writes = writes;
    this.settings = settings;
  }

  /** What a client asks for; {@code language} is the user's where it is null. */
  record Body(@Nullable String text, @Nullable Boolean create, @Nullable String language) {}

  /** An event, and whether it is there. */
  record Answer(Object event, boolean created) {}

  @PostMapping(
      path = "/api/v1/calendars/process-text",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> read(
      Caller caller,
      @RequestBody Body body,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String givenKey,
      @RequestHeader(name = TraceContext.HEADER, required = false) @Nullable String traceparent,
      HttpServletRequest request,
      HttpServletResponse response)
      throws InterruptedException {
    String text = checked(body.text());
    @Nullable Locale language = language(body.language());
    if (!Boolean.TRUE.equals(body.create())) {
      var chosen = preferences.of(caller.user()).preferences();
      var event = PreviewBody.of(said(text, language, chosen), chosen.timeZone());
      return ResponseEntity.ok(new Answer(event, false));
    }
    var key = IdempotencyKey.of(givenKey);
    response.setHeader(IdempotencyKey.HEADER, key.value());
    var asking =
        new Asking(caller.user(), key, TraceContext.valid(traceparent), request.getContextPath());
    String asked =
        Json.MAPPER.writeValueAsString(new @Nullable String[] {"text", text, body.language()});
    return answer(writes.create(asking, asked, chosen -> said(text, language, chosen).arguments()));
  }

  private SaidEvent said(String text, @Nullable Locale language, Preferences chosen) {
    return reader.read(text, language == null ? chosen.language() : language, chosen);
  }

  private static ResponseEntity<Object> answer(EventAnswer answer) {
    return switch (answer) {
      case EventAnswer.Done(var location, var etag, var event) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .location(location)
              .eTag(etag)
              .body(new Answer(event, true));
      case EventAnswer.Gone gone -> gone.with(HttpStatus.CREATED);
      case EventAnswer.Pending pending -> pending.with(HttpStatus.CREATED);
    };
  }

  private String checked(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(new FieldError("text", "must not be blank"));
    }
    if (text.codePointCount(0, text.length()) > settings.maxCharacters()) {
      throw Problem.invalid(
          new FieldError("text", "must have at most " + settings.maxCharacters() + " characters"));
    }
    return text;
  }

  private static @Nullable Locale language(@Nullable String tag) {
    try {
      return tag == null ? null : new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException other) {
      throw Problem.invalid(new FieldError("language", "must be a BCP 47 tag"));
    }
  }
}
