package io.rendezvous.common.budget;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * What a user's model calls may take; null is no bound.
 *
 * @param turnTokens in one turn
 * @param turnCostNanos in one turn, in billionths of the operator's currency
 * @param dayTokens in one day of the user's time zone
 * @param dayCostNanos in one day, as above
 */
public record Budget(
    @Nullable Long turnTokens,
    @Nullable Long turnCostNanos,
    @Nullable Long dayTokens,
    @Nullable Long dayCostNanos) {

  public static final Budget ENDLESS = new Budget(null, null, null, null);

  public Amount turn() {
    return amount(turnTokens, turnCostNanos);
  }

  public Amount day() {
    return amount(dayTokens, dayCostNanos);
  }

  private static Amount amount(@Nullable Long tokens, @Nullable Long costNanos) {
    return new Amount(
        requireNonNullElse(tokens, Long.MAX_VALUE), requireNonNullElse(costNanos, Long.MAX_VALUE));
  }

  /** Of each bound, the tighter of both. */
  public Budget tightened(Budget other) {
    return new Budget(
        tighter(turnTokens, other.turnTokens),
        tighter(turnCostNanos, other.turnCostNanos),
        tighter(dayTokens, other.dayTokens),
        tighter(dayCostNanos, other.dayCostNanos));
  }

  private static @Nullable Long tighter(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }
}
