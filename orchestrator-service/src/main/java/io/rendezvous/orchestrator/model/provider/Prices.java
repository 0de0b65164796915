package io.rendezvous.orchestrator.model.provider;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a model's tokens cost, in the operator's currency for each million.
 *
 * @param input what the model reads
 * @param cached what it has read before
 * @param output what it writes
 */
public record Prices(
    @DefaultValue("0") @PositiveOrZero BigDecimal input,
    @DefaultValue("0") @PositiveOrZero BigDecimal cached,
    @DefaultValue("0") @PositiveOrZero BigDecimal output) {
  public static final Prices FREE = new Prices(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** Billionths of the currency for a token, where a million of them cost one. */
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000);

  /** The most that a token costs that the model reads, in billionths of the currency. */
  public long inputNanos() {
    return nanos(input.max(cached));
  }

  /** The most that a token costs that the model writes, in billionths of the currency. */
  public long outputNanos() {
    return nanos(output);
  }

  private static long nanos(BigDecimal aMillion) {
    return aMillion.multiply(NANOS).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /**
   * What a call costs, in billionths of the currency; {@code cached} tokens are among the {@code
   * input} tokens.
   */
  long nanos(long inputTokens, long cachedTokens, long outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens - cachedTokens))
        .add(cached.multiply(BigDecimal.valueOf(cachedTokens)))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .multiply(NANOS)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
