package io.rendezvous.gateway.usage;

import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.model.ModelTotals;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user's model calls took.
 *
 * @param total all items together
 */
record UsageView(OffsetDateTime from, OffsetDateTime to, Item total, List<Item> items) {
  UsageView {
    items = List.copyOf(items);
  }

  /**
   * What some of the calls took; which ones is told by what is there of day, conversation, purpose,
   * provider and model.
   *
   * @param estimatedCalls for how many of them we had to estimate
   * @param cost in the operator's currency
   */
  record Item(
      @Nullable String day,
      @Nullable String conversationId,
      @Nullable ModelPurpose purpose,
      @Nullable String provider,
      @Nullable String model,
      long calls,
      long estimatedCalls,
      long inputTokens,
      long cachedTokens,
      long outputTokens,
      BigDecimal cost,
      long latencyMillis) {
    private static final int NANO_DIGITS = 9;

    static Item of(Group group, ModelTotals totals) {
      return new Item(
          group.day(),
          group.conversationId(),
          group.purpose(),
          group.provider(),
          group.model(),
          totals.calls(),
          totals.estimated(),
          totals.inputTokens(),
          totals.cachedTokens(),
          totals.outputTokens(),
          BigDecimal.valueOf(totals.costNanos(), NANO_DIGITS).stripTrailingZeros(),
          totals.latencyMillis());
    }
  }

  /** What the calls of an item have in common. */
  record Group(
      @Nullable String day,
      @Nullable String conversationId,
      @Nullable ModelPurpose purpose,
      @Nullable String provider,
      @Nullable String model) {
    static final Group ALL = new Group(null, null, null, null, null);
  }
}
