package io.rendezvous.orchestrator.model.provider;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider is reached; what is missing is taken from the variables of the environment that
 * its own tools read, {@code OPENAI_API_KEY}, {@code OPENAI_BASE_URL} and {@code OPENAI_MODEL} for
 * one.
 *
 * @param apiKey the provider's key; without it this provider cannot be chosen
 * @param baseUrl where it is
 * @param model its name of the model
 * @param models others that users may choose, with what their tokens cost
 * @param headers sent with every request
 * @param prices what its tokens cost
 * @param limits what is asked of it, and taken from it
 */
public record ProviderSettings(
    @Nullable String apiKey,
    @Nullable String baseUrl,
    @Nullable String model,
    @DefaultValue Map<String, @Valid Prices> models,
    @DefaultValue Map<String, String> headers,
    @Valid @DefaultValue Prices prices,
    @Valid @DefaultValue ProviderLimits limits) {

  /** As where no setting says anything. */
  public static final ProviderSettings UNSET =
      new ProviderSettings(
          null, null, null, Map.of(), Map.of(), Prices.FREE, ProviderLimits.DEFAULT);

  /** An empty variable of the environment counts as not set. */
  public ProviderSettings {
    apiKey = blankToNull(apiKey);
    baseUrl = blankToNull(baseUrl);
    model = blankToNull(model);
  }

  /**
   * How this provider is asked; nothing where it has no key, or no address.
   *
   * @param variables the environment's, null where one is not set
   * @throws IllegalArgumentException if the address is none of the web
   */
  public Optional<ProviderAccess> access(
      Provider provider, Function<String, @Nullable String> variables) {
    String key = first(apiKey, variables.apply(provider.variable("API_KEY")));
    String address =
        first(baseUrl, variables.apply(provider.variable("BASE_URL")), provider.baseUrl());
    String name = first(model, variables.apply(provider.variable("MODEL")), provider.model());
    if (address == null || name == null || (key == null && provider.needsKey())) {
      return Optional.empty();
    }
    if (!address.matches("https?://[^\\s/]+\\S*")) {
      throw new IllegalArgumentException(
          "Expected an http or https address in "
              + provider.variable("BASE_URL")
              + ", but found another");
    }
    return Optional.of(
        new ProviderAccess(
            provider, address, key == null ? "none" : key, name, headers, prices, limits));
  }

  /** How its other models are asked, given how the usual one is. */
  public List<ProviderAccess> others(ProviderAccess usual) {
    return models.entrySet().stream()
        .filter(other -> !other.getKey().equals(usual.model()))
        .map(other -> usual.with(other.getKey(), other.getValue()))
        .toList();
  }

  private static @Nullable String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      String value = blankToNull(candidate);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Without the key and the address, which must not reach a log. */
  @Override
  public String toString() {
    return "ProviderSettings[model=" + model + "]";
  }
}
