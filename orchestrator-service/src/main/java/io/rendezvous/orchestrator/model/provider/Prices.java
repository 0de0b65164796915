package io.rendezvous.orchestrator.model.provider;

import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
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

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** What a call costs; {@code cached} tokens are among the {@code input} tokens. */
  public BigDecimal of(long inputTokens, long cachedTokens, long outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens - cachedTokens))
        .add(cached.multiply(BigDecimal.valueOf(cachedTokens)))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .divide(MILLION);
  }
}
