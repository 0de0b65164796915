package io.rendezvous.systemtest.fault;

import io.rendezvous.common.event.Event.PromptAccepted;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How long it took until services were ready and the turns had ended that were under way. */
final class RecoveryTime {
  private RecoveryTime() {}

  static double seconds(Evidence evidence, Recovery recovery) {
    Instant healed = recovery.healed();
    Instant last = healed;
    for (Optional<Instant> ready : recovery.ready().values()) {
      last = later(last, ready.orElse(last));
    }
    Set<TurnId> underWay = new HashSet<>();
    for (var record : evidence.logs().history()) {
      Instant at = record.message().at();
      for (var numbered : record.message().events()) {
        if (numbered.event() instanceof PromptAccepted accepted && at.isBefore(healed)) {
          underWay.add(accepted.turn());
        } else if (numbered.event() instanceof TurnEnded ended && underWay.contains(ended.turn())) {
          last = later(last, at);
        }
      }
    }
    return Duration.between(healed, last).toMillis() / 1000.0;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
