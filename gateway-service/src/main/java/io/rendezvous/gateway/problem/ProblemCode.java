package io.rendezvous.gateway.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every kind of problem that a client may meet; the names are part of the interface. */
public enum ProblemCode {
  VALIDATION_ERROR(HttpStatus.BAD_REQUEST, "The request is not valid"),
  UNAUTHORIZED(HttpStatus.UNAUTHORIZED, "A valid access token is needed"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "This is not allowed"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This method is not supported here"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No acceptable form of the answer exists"),
  BUSY(HttpStatus.CONFLICT, "A turn is running"),
  CONFLICT(HttpStatus.CONFLICT, "It does not fit what is there"),
  APPROVAL_EXPIRED(HttpStatus.CONFLICT, "The approval came too late"),
  APPROVAL_DECIDED(HttpStatus.CONFLICT, "The approval was decided otherwise"),
  APPROVAL_WITHDRAWN(HttpStatus.CONFLICT, "Nobody waits for the approval any more"),
  PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "It has changed meanwhile"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body's type is not supported"),
  IDEMPOTENCY_KEY_REUSED(
      HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key came with another body before"),
  QUEUE_FULL(HttpStatus.TOO_MANY_REQUESTS, "Too many prompts wait in this conversation"),
  TOO_MANY_TURNS(HttpStatus.TOO_MANY_REQUESTS, "Too many turns are running"),
  BUDGET_EXHAUSTED(HttpStatus.TOO_MANY_REQUESTS, "The budget is spent"),
  TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS, "Too many streams are open"),
  INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here"),
  NOT_CONFIGURED(HttpStatus.NOT_IMPLEMENTED, "This server is not set up for it"),
  RECONNECT_NEEDED(HttpStatus.BAD_GATEWAY, "The calendar refuses access"),
  LOG_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The log cannot be reached"),
  HISTORY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The history cannot be read"),
  CALENDAR_ERROR(HttpStatus.SERVICE_UNAVAILABLE, "The calendar cannot be reached");

  private final HttpStatus status;
  private final String title;

  ProblemCode(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The stable URI of this kind of problem, relative to the service's own. */
  public String type() {
    return "/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code that an HTTP status stands for where nothing more exact is known. */
  public static ProblemCode of(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      default -> status >= 500 ? INTERNAL_ERROR : VALIDATION_ERROR;
    };
  }
}
