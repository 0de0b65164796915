package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A provider that can be asked.
 *
 * @param apiKey never told to anybody but the provider
 * @param headers sent with every request
 */
public record ProviderAccess(
    Provider provider,
    String baseUrl,
    String apiKey,
    String model,
    Map<String, String> headers,
    Prices prices,
    ProviderLimits limits) {
  public ProviderAccess {
    requireNonNull(provider, "provider");
    requireNonNull(baseUrl, "baseUrl");
    requireNonNull(apiKey, "apiKey");
    requireNonNull(model, "model");
    headers = Map.copyOf(headers);
  }

  /** Another model of the same provider. */
  ProviderAccess with(String otherModel, Prices otherPrices) {
    return new ProviderAccess(provider, baseUrl, apiKey, otherModel, headers, otherPrices, limits);
  }

  /** Without the key and the address, which must not reach a log. */
  @Override
  public String toString() {
    return provider.label() + ":" + model;
  }
}
