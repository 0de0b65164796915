package io.rendezvous.gateway.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.core.exception.SdkException;
import tools.jackson.core.JacksonException;

/** Turns every exception that leaves a controller into a problem. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  @ExceptionHandler
  ResponseEntity<Object> problem(Problem problem) {
    return problem.response();
  }

  @ExceptionHandler
  ResponseEntity<Object> tables(SdkException failure) {
    log.warn("The tables cannot be read: {}", failure.getClass().getSimpleName());
    return Problem.of(ProblemCode.HISTORY_UNAVAILABLE, "The history cannot be read at the moment.")
        .retryAfter(RETRY)
        .response();
  }

  @ExceptionHandler
  ResponseEntity<Object> tooLarge(BodyTooLargeException failure) {
    return failure.problem().response();
  }

  @ExceptionHandler
  ResponseEntity<Object> unexpected(Exception failure) {
    // The class and the place, not the message: it might quote what somebody wrote.
    log.error(
        "Unexpected {} at {}",
        failure.getClass().getName(),
        failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
    return Problem.of(ProblemCode.INTERNAL_ERROR, "The request could not be handled.").response();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException failure,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (failure.getCause() instanceof BodyTooLargeException tooLarge) {
      return tooLarge.problem().response();
    }
    if (failure.getCause() instanceof JacksonException json
        && json.getCause() instanceof BodyTooLargeException tooLarge) {
      return tooLarge.problem().response();
    }
    if (failure.getCause() instanceof JacksonException json && !json.getPath().isEmpty()) {
      String field = json.getPath().getFirst().getPropertyName();
      return Problem.invalid(new FieldError(String.valueOf(field), "has the wrong type"))
          .response();
    }
    return Problem.of(ProblemCode.VALIDATION_ERROR, "The body is not the JSON that is expected.")
        .response();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Problem problem = Statuses.problem(status.value());
    HttpHeaders all = problem.headers();
    for (String kept : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT)) {
      String value = headers.getFirst(kept);
      if (value != null) {
        all.set(kept, value);
      }
    }
    return new ResponseEntity<>(problem.body(), all, problem.code().status());
  }
}
