package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

/** What one model call took; tokens as the provider counts them, 0 where it does not say. */
public record Usage(
    String provider,
    String model,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    long latencyMillis) {
  public Usage {
    requireNonNull(provider, "provider");
    requireNonNull(model, "model");
  }
}
