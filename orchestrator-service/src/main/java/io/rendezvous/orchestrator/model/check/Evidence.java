package io.rendezvous.orchestrator.model.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is checked against.
 *
 * @param canary a word of the system prompt that no answer may hold
 * @param succeeded the calls that have succeeded in this turn; null where that is not known
 * @param addresses that the model was shown, as {@link LinkGuard#addresses} finds them
 */
public record Evidence(String canary, @Nullable Set<Success> succeeded, Set<String> addresses) {
  /** No canary and no tools, so neither is found wrong. */
  public static final Evidence NONE = new Evidence("", null, Set.of());

  public Evidence {
    addresses = Set.copyOf(addresses);
    succeeded = succeeded == null ? null : Set.copyOf(succeeded);
  }
}
