package io.rendezvous.orchestrator.model;

import io.rendezvous.orchestrator.model.provider.Provider;
import io.rendezvous.orchestrator.model.provider.ProviderSettings;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which models answer, and how they are asked.
 *
 * @param provider who is asked first; {@code auto} leaves it to the order, {@code offline} asks
 *     nobody
 * @param order who is asked when those before have failed; providers without a key are passed over,
 *     and where none has one the offline assistant answers
 * @param providers how each is reached
 * @param connectTimeout how long a connection to a provider may take
 * @param circuit when a model is passed over
 * @param worker the worker that asks
 */
@Validated
@ConfigurationProperties("rendezvous.model")
public record ModelSettings(
    @DefaultValue("auto") String provider,
    @DefaultValue({"gemini", "openai", "anthropic", "xai", "openrouter", "compatible"})
        List<Provider> order,
    @DefaultValue Map<Provider, @Valid ProviderSettings> providers,
    @DefaultValue("5s") Duration connectTimeout,
    @Valid @DefaultValue CircuitSettings circuit,
    @Valid @DefaultValue ModelWorkerSettings worker) {
  static final String AUTO = "auto";
  static final String OFFLINE = "offline";

  public ModelSettings {
    order = List.copyOf(order);
    providers = Map.copyOf(providers);
  }

  /** How this provider is reached, as far as anything is said. */
  ProviderSettings of(Provider asked) {
    return providers.getOrDefault(asked, ProviderSettings.UNSET);
  }
}
