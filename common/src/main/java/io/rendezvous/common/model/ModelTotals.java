package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What all calls of one model took together.
 *
 * @param purpose what they were made for
 * @param calls every time that it was asked, in vain too
 * @param estimated how many of them are estimates of ours
 */
public record ModelTotals(
    String provider,
    String model,
    ModelPurpose purpose,
    long calls,
    long estimated,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    long costNanos,
    long latencyMillis) {
  public ModelTotals {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
    requireNonNull(purpose, "purpose");
  }

  /** Of one call. */
  public static ModelTotals of(Usage usage, ModelPurpose purpose) {
    return new ModelTotals(
        usage.provider(),
        usage.model(),
        purpose,
        1,
        usage.estimated() ? 1 : 0,
        usage.inputTokens(),
        usage.cachedTokens(),
        usage.outputTokens(),
        usage.costNanos(),
        usage.latencyMillis());
  }

  /** Both together, under the names of this. */
  public ModelTotals plus(ModelTotals other) {
    return new ModelTotals(
        provider,
        model,
        purpose,
        calls + other.calls,
        estimated + other.estimated,
        inputTokens + other.inputTokens,
        cachedTokens + other.cachedTokens,
        outputTokens + other.outputTokens,
        costNanos + other.costNanos,
        latencyMillis + other.latencyMillis);
  }

  /** One for each model and purpose, in the order in which they come. */
  public static List<ModelTotals> byModel(Stream<ModelTotals> totals) {
    Map<List<Object>, ModelTotals> byModel = new LinkedHashMap<>();
    totals.forEach(
        one ->
            byModel.merge(
                List.of(one.provider(), one.model(), one.purpose()), one, ModelTotals::plus));
    return List.copyOf(byModel.values());
  }
}
