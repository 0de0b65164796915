package io.rendezvous.orchestrator.model;

import io.rendezvous.orchestrator.model.provider.Provider;
import io.rendezvous.orchestrator.model.provider.ProviderAccess;
import io.rendezvous.orchestrator.model.provider.ProviderModel;
import io.rendezvous.orchestrator.model.provider.ProviderSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which models answer, by the settings.
 *
 * @param providers in the order in which they are asked; empty where the offline assistant answers
 */
public record ModelChoice(List<ProviderAccess> providers) {
  private static final ServingModel OFFLINE = new ServingModel("offline", "offline");

  public ModelChoice {
    providers = List.copyOf(providers);
  }

  /**
   * What the settings and the environment's variables say.
   *
   * @throws IllegalArgumentException if the chosen provider lacks its key, or there is none of this
   *     name
   */
  public static ModelChoice of(
      ModelSettings settings, Function<String, @Nullable String> variables) {
    String chosen = settings.provider().strip().toLowerCase(Locale.ROOT);
    if (chosen.equals(ModelSettings.OFFLINE)) {
      return new ModelChoice(List.of());
    }
    var order = new LinkedHashSet<Provider>();
    if (!chosen.equals(ModelSettings.AUTO)) {
      Provider first = Provider.of(chosen);
      if (access(settings, first, variables).isEmpty()) {
        throw Provider.lacksKey(first);
      }
      order.add(first);
    }
    order.addAll(settings.order());
    var providers = new ArrayList<ProviderAccess>();
    for (Provider provider : order) {
      access(settings, provider, variables).ifPresent(providers::add);
    }
    return new ModelChoice(providers);
  }

  private static Optional<ProviderAccess> access(
      ModelSettings settings, Provider provider, Function<String, @Nullable String> variables) {
    return settings
        .providers()
        .getOrDefault(provider, ProviderSettings.UNSET)
        .access(provider, variables);
  }

  /** Who is asked first, for people. */
  public ServingModel serving() {
    return providers.isEmpty()
        ? OFFLINE
        : new ServingModel(providers.getFirst().provider().label(), providers.getFirst().model());
  }

  ChatModel model(Supplier<ChatModel> offline) {
    return providers.isEmpty()
        ? offline.get()
        : new ProviderModel(providers.getFirst(), InstantSource.system());
  }
}
