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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;

/** Asks the calendar service on a user's behalf, and hands on what it says. */
final class CalendarClient {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final RestClient http;
  private final ServiceTokens tokens;

  CalendarClient(RestClient http, ServiceTokens tokens) {
    this.http = http;
    this.tokens = tokens;
  }

  /**
   * The service's own answer.
   *
   * @param path with placeholders for {@code ids}
   * @throws Problem 404 if it has no such thing, 503 if it does not answer
   */
  ResponseEntity<byte[]> get(
      UserId user, String path, Map<String, String> ids, Map<String, String> query) {
    try {
      return http.get()
          .uri(
              uri -> {
                UriBuilder with = uri.path(path);
                query.keySet().forEach(name -> with.queryParam(name, "{?" + name + "}"));
                return with.build(variables(ids, query));
              })
          .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.issue(user))
          .accept(MediaType.APPLICATION_JSON)
          .exchangeForRequiredValue((_, response) -> handOn(response));
    } catch (ResourceAccessException e) {
      throw unavailable(e);
    }
  }

  private static Map<String, Object> variables(Map<String, String> ids, Map<String, String> query) {
    var variables = new HashMap<String, Object>(ids);
    query.forEach((name, value) -> variables.put("?" + name, value));
    return variables;
  }

  private static ResponseEntity<byte[]> handOn(ClientHttpResponse response) throws IOException {
    int status = response.getStatusCode().value();
    if (status == HttpStatus.NOT_FOUND.value()) {
      throw Problem.notFound("calendar or event");
    }
    if (status != HttpStatus.OK.value() && status != HttpStatus.BAD_REQUEST.value()) {
      throw unavailable(new IOException("The calendar service answered " + status));
    }
    var answer = ResponseEntity.status(status);
    HttpHeaders headers = response.getHeaders();
    answer.contentType(
        Optional.ofNullable(headers.getContentType()).orElse(MediaType.APPLICATION_JSON));
    return answer.eTag(headers.getETag()).body(response.getBody().readAllBytes());
  }

  private static Problem unavailable(Exception cause) {
    return Problem.of(
            ProblemCode.CALENDAR_ERROR, "The calendar cannot be reached at the moment.", cause)
        .retryAfter(RETRY);
  }
}
