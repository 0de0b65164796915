package io.rendezvous.common.budget;

/**
 * What asking models takes, or may take.
 *
 * @param tokens read and written, as the provider counts them
 * @param costNanos in billionths of the operator's currency
 */
public record Amount(long tokens, long costNanos) {
  public static final Amount NONE = new Amount(0, 0);

  /** More than anybody can spend. */
  public static final Amount ENDLESS = new Amount(Long.MAX_VALUE, Long.MAX_VALUE);

  public Amount plus(Amount other) {
    return new Amount(tokens + other.tokens, costNanos + other.costNanos);
  }

  public Amount times(int count) {
    return new Amount(tokens * count, costNanos * count);
  }

  /** What is left of this; never less than nothing. */
  public Amount less(Amount spent) {
    return new Amount(Math.max(0, tokens - spent.tokens), Math.max(0, costNanos - spent.costNanos));
  }

  /** Of both, the smaller of each. */
  public Amount min(Amount other) {
    return new Amount(Math.min(tokens, other.tokens), Math.min(costNanos, other.costNanos));
  }

  /** How often another one fits into this, up to {@code most}. */
  public int holds(Amount one, int most) {
    long byTokens = one.tokens == 0 ? most : tokens / one.tokens;
    long byCost = one.costNanos == 0 ? most : costNanos / one.costNanos;
    return (int) Math.min(most, Math.min(byTokens, byCost));
  }
}
