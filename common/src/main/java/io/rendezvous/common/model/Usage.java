package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.rendezvous.common.budget.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one model call took.
 *
 * @param inputTokens what the model read, as the provider counts it; 0 where it does not say
 * @param cachedTokens how many of them it had read before
 * @param outputTokens what the model wrote
 * @param costNanos in billionths of the operator's currency
 * @param estimated whether the tokens are ours, since the provider did not say
 */
public record Usage(
    String provider,
    String model,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    long costNanos,
    boolean estimated,
    long latencyMillis) {
  public Usage {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
  }

  /** Earlier versions knew neither costs nor estimates. */
  @JsonCreator
  static Usage of(
      String provider,
      String model,
      long inputTokens,
      long cachedTokens,
      long outputTokens,
      @Nullable Long costNanos,
      @Nullable Boolean estimated,
      long latencyMillis) {
    return new Usage(
        provider,
        model,
        inputTokens,
        cachedTokens,
        outputTokens,
        requireNonNullElse(costNanos, 0L),
        requireNonNullElse(estimated, false),
        latencyMillis);
  }

  /** What these calls took. */
  public static Amount amount(List<Usage> usages) {
    return new Amount(
        usages.stream().mapToLong(it -> it.inputTokens + it.outputTokens).sum(),
        usages.stream().mapToLong(Usage::costNanos).sum());
  }

  /** Both together, under the names of the later. */
  public Usage plus(Usage later) {
    return new Usage(
        later.provider,
        later.model,
        inputTokens + later.inputTokens,
        cachedTokens + later.cachedTokens,
        outputTokens + later.outputTokens,
        costNanos + later.costNanos,
        estimated || later.estimated,
        latencyMillis + later.latencyMillis);
  }
}
