package io.rendezvous.systemtest.check;

import io.rendezvous.common.event.Event.Acceptance;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** I6: services are ready, and turns end, soon after the fault has gone. */
final class RecoveryJudge implements Judge {
  @Override
  public List<Violation> judge(Evidence evidence) {
    var findings = new Findings(Invariant.I6);
    for (String missing : evidence.unreached()) {
      findings.add("the ends of the logs", "to be reached in time", missing);
    }
    Recovery recovery = evidence.recovery();
    if (recovery != null) {
      readiness(recovery, findings);
      Log.of(evidence).turns().forEach((turn, facts) -> end(turn, facts, recovery, findings));
    }
    return findings.list();
  }

  private static void readiness(Recovery recovery, Findings findings) {
    Instant limit = recovery.healed().plus(recovery.readyLimit());
    recovery
        .ready()
        .forEach(
            (service, ready) -> {
              if (ready.isEmpty() || ready.get().isAfter(limit)) {
                findings.add(
                    service,
                    "it to be ready " + seconds(recovery.readyLimit()) + " after the fault",
                    ready
                        .map(
                            at ->
                                "it ready after "
                                    + seconds(Duration.between(recovery.healed(), at)))
                        .orElse("it never ready"));
              }
            });
  }

  /** A turn that was accepted later has as long from then on. */
  private static void end(Object turn, List<Fact> facts, Recovery recovery, Findings findings) {
    Instant from = recovery.healed();
    for (Fact fact : facts) {
      if (fact.event() instanceof Acceptance && fact.at().isAfter(from)) {
        from = fact.at();
      }
      if (fact.event() instanceof TurnEnded && fact.at().isAfter(from.plus(recovery.endLimit()))) {
        findings.add(
            turn,
            "it to end " + seconds(recovery.endLimit()) + " after the fault",
            "its end after " + seconds(Duration.between(from, fact.at())));
      }
    }
  }

  private static String seconds(Duration time) {
    return time.toMillis() / 1000.0 + " s";
  }
}
