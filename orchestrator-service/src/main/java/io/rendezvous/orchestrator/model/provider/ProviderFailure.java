package io.rendezvous.orchestrator.model.provider;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.orchestrator.model.ModelException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call means. Causes and bodies are left out: providers and the JDK put keys, hosts
 * and prompts into them.
 */
final class ProviderFailure {
  /** No slip of a provider's shall take it away until the next restart. */
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);

  private ProviderFailure() {}

  static ModelException ofStatus(HttpResponse<?> response) {
    int status = response.statusCode();
    boolean asksForRest = status == 429 || status >= 500;
    return new ModelException(
        reason(status),
        "the provider answered " + status,
        asksForRest ? retryAfter(response) : null,
        null);
  }

  private static ModelFailure reason(int status) {
    return switch (status) {
      case 401, 403 -> ModelFailure.UNAUTHORIZED;
      case 408 -> ModelFailure.TIMED_OUT;
      case 429 -> ModelFailure.RATE_LIMITED;
      default -> status >= 500 ? ModelFailure.UNAVAILABLE : ModelFailure.REJECTED;
    };
  }

  /** RFC 9110, 10.2.3: seconds or a date. */
  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .map(ProviderFailure::wait)
        .map(wait -> wait.compareTo(LONGEST_REST) < 0 ? wait : LONGEST_REST)
        .orElse(null);
  }

  private static @Nullable Duration wait(String value) {
    if (value.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      var wait = Duration.between(Instant.now(), date);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /**
   * @param cut what a broken connection means at this point
   */
  static ModelException of(Throwable cause, ModelFailure cut) {
    return switch (cause) {
      case InterruptedException _ -> ModelException.stopped();
      case InterruptedIOException _ -> ModelException.stopped();
      case ModelException known -> known;
      case LimitExceeded limit ->
          new ModelException(limit.reason(), String.valueOf(limit.getMessage()), null, null);
      case HttpTimeoutException _ ->
          new ModelException(ModelFailure.TIMED_OUT, "the provider took too long", null, null);
      default ->
          new ModelException(
              cut, "the connection broke: " + cause.getClass().getSimpleName(), null, null);
    };
  }
}
