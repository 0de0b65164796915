package io.rendezvous.gateway.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A request that is answered with a problem; what it says reaches the client. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient Map<String, Object> more = new LinkedHashMap<>();
  private @Nullable Duration retryAfter;

  private Problem(ProblemCode code, String detail, @Nullable Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, null);
  }

  public static Problem of(ProblemCode code, String detail, Throwable cause) {
    return new Problem(code, detail, cause);
  }

  public static Problem invalid(FieldError... errors) {
    return invalid(List.of(errors));
  }

  public static Problem invalid(List<FieldError> errors) {
    return of(ProblemCode.VALIDATION_ERROR, "One or more fields are not valid.")
        .with("errors", errors);
  }

  /** The same for what does not exist and for what is somebody else's. */
  public static Problem notFound(String what) {
    return of(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
  }

  public Problem with(String name, Object value) {
    more.put(name, value);
    return this;
  }

  public Problem retryAfter(Duration delay) {
    this.retryAfter = delay;
    return this;
  }

  public ProblemCode code() {
    return code;
  }

  public Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("type", code.type());
    body.put("title", code.title());
    body.put("status", code.status().value());
    body.put("detail", String.valueOf(getMessage()));
    body.put("code", code.name());
    body.putAll(more);
    return body;
  }

  HttpHeaders headers() {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (retryAfter != null) {
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
    return headers;
  }

  ResponseEntity<Object> response() {
    return new ResponseEntity<>(body(), headers(), code.status());
  }
}
