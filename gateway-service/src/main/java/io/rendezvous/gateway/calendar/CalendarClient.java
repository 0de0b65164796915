package io.rendezvous.gateway.calendar;

import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.security.ServiceTokens;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** Asks the calendar service on a user's behalf, and hands on what it says. */
public final class CalendarClient {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final RestClient http;
  private final ServiceTokens tokens;
  private final int maxAnswerBytes;

  CalendarClient(RestClient http, ServiceTokens tokens, int maxAnswerBytes) {
    this.http = http;
    this.tokens = tokens;
    this.maxAnswerBytes = maxAnswerBytes;
  }

  /**
   * The service's own answer.
   *
   * @param path with placeholders for {@code ids}
   * @throws Problem as the service tells it, 503 if it does not answer
   */
  public ResponseEntity<byte[]> get(
      UserId user, String path, Map<String, String> ids, Map<String, String> query) {
    return exchange(HttpMethod.GET, path, ids, query, "Bearer " + tokens.issue(user), null);
  }

  /** The same, with a body or without, of a request that changes something. */
  public ResponseEntity<byte[]> send(
      UserId user, HttpMethod method, String path, Map<String, String> ids, @Nullable Object body) {
    return exchange(method, path, ids, Map.of(), "Bearer " + tokens.issue(user), body);
  }

  /** The same, on nobody's behalf. */
  public ResponseEntity<byte[]> getUnnamed(String path, Map<String, String> query) {
    return exchange(HttpMethod.GET, path, Map.of(), query, null, null);
  }

  private ResponseEntity<byte[]> exchange(
      HttpMethod method,
      String path,
      Map<String, String> ids,
      Map<String, String> query,
      @Nullable String authorization,
      @Nullable Object body) {
    var request =
        http.method(method)
            .uri(
                uri -> {
                  UriBuilder with = uri.path(path);
                  query.keySet().forEach(name -> with.queryParam(name, "{?" + name + "}"));
                  return with.build(variables(ids, query));
                })
            .accept(MediaType.APPLICATION_JSON);
    if (authorization != null) {
      request.header(HttpHeaders.AUTHORIZATION, authorization);
    }
    if (body != null) {
      request.contentType(MediaType.APPLICATION_JSON).body(body);
    }
    try {
      return request.exchangeForRequiredValue((_, response) -> handOn(response));
    } catch (ResourceAccessException e) {
      throw unavailable(e);
    }
  }

  private static Map<String, Object> variables(Map<String, String> ids, Map<String, String> query) {
    var variables = new HashMap<String, Object>(ids);
    query.forEach((name, value) -> variables.put("?" + name, value));
    return variables;
  }

  private ResponseEntity<byte[]> handOn(ClientHttpResponse response) throws IOException {
    byte[] body = response.getBody().readNBytes(maxAnswerBytes + 1);
    if (body.length > maxAnswerBytes) {
      throw unavailable(new IOException("The calendar service's answer is too large"));
    }
    if (!response.getStatusCode().is2xxSuccessful()) {
      throw ServiceProblem.read(response.getStatusCode().value(), body)
          .orElseGet(
              () -> unavailable(new IOException("The calendar service did not say what is wrong")));
    }
    HttpHeaders headers = response.getHeaders();
    var answer = ResponseEntity.status(response.getStatusCode()).eTag(headers.getETag());
    if (body.length == 0) {
      return answer.build();
    }
    return answer
        .contentType(
            Optional.ofNullable(headers.getContentType()).orElse(MediaType.APPLICATION_JSON))
        .body(body);
  }

  private static Problem unavailable(Exception cause) {
    return Problem.of(
            ProblemCode.CALENDAR_ERROR, "The calendar cannot be reached at the moment.", cause)
        .retryAfter(RETRY);
  }
}
