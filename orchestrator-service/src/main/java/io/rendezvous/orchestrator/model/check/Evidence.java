package io.rendezvous.orchestrator.model.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is checked against.
 *
 * @param canary a word of the system prompt that no answer may hold
 * @param succeeded the tools that have succeeded in this turn; null where that is not known
 */
public record Evidence(String canary, @Nullable Set<String> succeeded) {
  /** Nothing is known, so nothing is found wrong. */
  public static final Evidence NONE = new Evidence("", null);

  public Evidence {
    succeeded = succeeded == null ? null : Set.copyOf(succeeded);
  }
}
