package io.rendezvous.systemtest.check.gather;

import static java.util.stream.Collectors.toMap;

import io.rendezvous.systemtest.check.evidence.Recovery;
import io.rendezvous.systemtest.deployment.OwnProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Notes when services are ready again. */
public final class RecoveryWatch {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private RecoveryWatch() {}

  /** Waits until all are ready, or half as long again as they may take. */
  public static Recovery await(Instant healed, Collection<? extends OwnProcess> services)
      throws InterruptedException {
    return await(healed, services, Recovery.READY_LIMIT);
  }

  /** The same with another limit, for a machine that does much else. */
  public static Recovery await(
      Instant healed, Collection<? extends OwnProcess> services, Duration limit)
      throws InterruptedException {
    return await(
        healed,
        services.stream().collect(toMap(OwnProcess::name, service -> service::isReady)),
        limit);
  }

  static Recovery await(Instant healed, Map<String, BooleanSupplier> services, Duration limit)
      throws InterruptedException {
    Instant giveUp = healed.plus(limit.multipliedBy(3).dividedBy(2));
    Map<String, Optional<Instant>> ready = new HashMap<>();
    services.keySet().forEach(service -> ready.put(service, Optional.empty()));
    while (ready.containsValue(Optional.<Instant>empty()) && Instant.now().isBefore(giveUp)) {
      services.forEach(
          (service, isReady) -> {
            if (ready.getOrDefault(service, Optional.empty()).isEmpty() && isReady.getAsBoolean()) {
              ready.put(service, Optional.of(Instant.now()));
            }
          });
      Thread.sleep(PAUSE);
    }
    return new Recovery(healed, ready, limit, Recovery.END_LIMIT);
  }
}
