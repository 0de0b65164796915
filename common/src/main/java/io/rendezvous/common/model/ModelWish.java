package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which model a user would like to answer; where it cannot, another does.
 *
 * @param provider one of {@link #PROVIDERS}
 * @param name the provider's name of the model; null leaves it to the service
 */
public record ModelWish(String provider, @Nullable String name) {
  public static final Set<String> PROVIDERS =
      Set.of("gemini", "openai", "anthropic", "xai", "openrouter", "compatible");

  public ModelWish {
    requireNonNull(provider, "provider");
  }
}
