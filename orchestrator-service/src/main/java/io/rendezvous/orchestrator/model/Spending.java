package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.Usage;
import org.jspecify.annotations.Nullable;

/** What all tries of one call took together. */
final class Spending {
  private @Nullable Usage total;

  void add(@Nullable Usage usage) {
    Usage before = total;
    if (usage == null || before == null) {
      total = before == null ? usage : before;
      return;
    }
    total =
        new Usage(
            usage.provider(),
            usage.model(),
            before.inputTokens() + usage.inputTokens(),
            before.cachedTokens() + usage.cachedTokens(),
            before.outputTokens() + usage.outputTokens(),
            before.latencyMillis() + usage.latencyMillis());
  }

  /** Null where no try has told. */
  @Nullable Usage total() {
    return total;
  }
}
