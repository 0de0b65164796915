package io.rendezvous.orchestrator.model;

import io.rendezvous.orchestrator.budget.WorstCase;
import io.rendezvous.orchestrator.model.offline.OfflineModel;
import io.rendezvous.orchestrator.model.provider.Prices;
import io.rendezvous.orchestrator.model.provider.Provider;
import io.rendezvous.orchestrator.model.provider.ProviderAccess;
import io.rendezvous.orchestrator.model.provider.ProviderHttp;
import io.rendezvous.orchestrator.model.provider.ProviderModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which models answer, by the settings.
 *
 * @param providers in the order in which they are asked; empty where the offline assistant answers
 * @param onRequest those that are asked where a user wants them
 */
public record ModelChoice(List<ProviderAccess> providers, List<ProviderAccess> onRequest) {
  private static final ServingModel OFFLINE =
      new ServingModel(OfflineModel.PROVIDER, OfflineModel.MODEL);

  /** It costs nothing but time of the machine. */
  private static final int OFFLINE_CALLS = 1_000_000;

  public ModelChoice {
    providers = List.copyOf(providers);
    onRequest = List.copyOf(onRequest);
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
      return new ModelChoice(List.of(), List.of());
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
    return new ModelChoice(
        providers,
        providers.stream()
            .flatMap(usual -> settings.of(usual.provider()).others(usual).stream())
            .toList());
  }

  private static Optional<ProviderAccess> access(
      ModelSettings settings, Provider provider, Function<String, @Nullable String> variables) {
    return settings.of(provider).access(provider, variables);
  }

  /** Who is asked first, for people. */
  public ServingModel serving() {
    return providers.isEmpty() ? OFFLINE : serving(providers.getFirst());
  }

  /** The most that asking any of them can cost. */
  public WorstCase worstCase() {
    List<Prices> prices =
        Stream.concat(providers.stream(), onRequest.stream()).map(ProviderAccess::prices).toList();
    return new WorstCase(
        prices.stream().mapToLong(Prices::inputNanos).max().orElse(0),
        prices.stream().mapToLong(Prices::outputNanos).max().orElse(0));
  }

  /** Those who can be asked, each with a guard of its own. */
  Candidates candidates(
      ModelSettings settings, ChatModel offline, ProviderHttp http, InstantSource clock) {
    if (providers.isEmpty()) {
      return new Candidates(
          List.of(candidate(OFFLINE, offline, settings, OFFLINE_CALLS, clock)), List.of());
    }
    Function<ProviderAccess, Candidate> guarded =
        access ->
            candidate(
                serving(access),
                new ProviderModel(access, http, clock),
                settings,
                access.limits().callsPerMinute(),
                clock);
    return new Candidates(
        providers.stream().map(guarded).toList(), onRequest.stream().map(guarded).toList());
  }

  private static Candidate candidate(
      ServingModel name,
      ChatModel model,
      ModelSettings settings,
      int callsPerMinute,
      InstantSource clock) {
    return new Candidate(
        name, model, new Guard(name.toString(), settings.circuit(), callsPerMinute, clock));
  }

  private static ServingModel serving(ProviderAccess access) {
    return new ServingModel(access.provider().label(), access.model());
  }
}
