package io.rendezvous.systemtest.client;

import io.rendezvous.common.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One user's way to the gateway, over HTTP as any client's. */
public record Client(String baseUrl, String token) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A prompt as clients write it; without a conversation one is made. */
  public static String prompt(String text, @Nullable String conversation) {
    var body = new LinkedHashMap<String, String>();
    body.put("text", text);
    if (conversation != null) {
      body.put("conversationId", conversation);
    }
    return Json.MAPPER.writeValueAsString(body);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path, Map.of()).GET().build());
  }

  public Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, pairs(headers)).POST(BodyPublishers.ofString(body)).build());
  }

  /** Whatever the method. */
  public Answer send(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(request(path, Map.of()).method(method, BodyPublishers.ofString(body)).build());
  }

  /** Says this and reads the stream to the end of the turn. */
  public Turn say(String text, @Nullable String conversation)
      throws IOException, InterruptedException {
    try (SseStream stream = open(text, conversation)) {
      return new Turn(stream.until(event -> event.is("turn.ended") || event.is("error")));
    }
  }

  public Turn say(String text) throws IOException, InterruptedException {
    return say(text, null);
  }

  /** Says this and leaves the stream open. */
  public SseStream open(String text, @Nullable String conversation, String... headers)
      throws IOException, InterruptedException {
    return stream(
        request("/api/v1/prompts", pairs(headers))
            .header("Accept", "text/event-stream")
            .POST(BodyPublishers.ofString(prompt(text, conversation)))
            .build());
  }

  /** Follows a conversation from the event after this one. */
  public SseStream follow(String conversation, String lastEventId)
      throws IOException, InterruptedException {
    return stream(
        request(
                "/api/v1/conversations/" + conversation + "/events",
                Map.of("Last-Event-ID", lastEventId))
            .header("Accept", "text/event-stream")
            .build());
  }

  /** Follows what happens to the calendars without a conversation, from now on. */
  public SseStream calendarChanges() throws IOException, InterruptedException {
    return stream(
        request("/api/v1/calendars/changes", Map.of())
            .header("Accept", "text/event-stream")
            .build());
  }

  /** The turn as it is when it has ended. */
  public Answer ended(String turn) throws IOException, InterruptedException {
    return get("/api/v1/turns/" + turn + "?wait=30s");
  }

  /** Events of the calendar in the next four weeks, by start. */
  public List<CalendarEntry> calendar() throws IOException, InterruptedException {
    return CalendarEntry.list(this);
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    headers.forEach(request::header);
    return request;
  }

  private static Map<String, String> pairs(String... headers) {
    var pairs = new LinkedHashMap<String, String>();
    for (int i = 0; i < headers.length; i += 2) {
      pairs.put(headers[i], headers[i + 1]);
    }
    return pairs;
  }

  private static Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.headers(), answer.body());
  }

  private static SseStream stream(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = HTTP.send(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      String body = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      throw new NoStream(answer.statusCode(), body);
    }
    return new SseStream(answer.body());
  }
}
