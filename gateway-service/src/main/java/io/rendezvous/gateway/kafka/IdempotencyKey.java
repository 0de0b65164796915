package io.rendezvous.gateway.kafka;

import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a request, so that sending it again is no second one.
 *
 * @param given whether the client chose it: then it may be a repeat
 */
public record IdempotencyKey(String value, boolean given) {
  public static final String HEADER = "Idempotency-Key";
  private static final String FORM = "[ -~]{1,200}";

  /** The client's key, or one made where it gave none. */
  public static IdempotencyKey of(@Nullable String header) {
    if (header == null) {
      return new IdempotencyKey(UUID.randomUUID().toString(), false);
    }
    if (header.isBlank() || !header.matches(FORM)) {
      throw Problem.invalid(new FieldError(HEADER, "must be 1 to 200 printable ASCII characters"));
    }
    return new IdempotencyKey(header, true);
  }
}
