package io.rendezvous.systemtest.check;

import io.rendezvous.systemtest.check.evidence.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Judges a run by all promises. */
public final class Checker {
  private static final List<Judge> OF_THE_LOG =
      List.of(
          new TurnJudge(),
          new EffectJudge(),
          new StreamJudge(),
          new TableJudge(),
          new OwnerJudge());
  private static final List<Judge> OF_THE_SYSTEM =
      List.of(new RecoveryJudge(), new ResourceJudge());
  private static final Set<Invariant> OF_THE_LOG_ALONE = EnumSet.range(Invariant.I1, Invariant.I5);

  private Checker() {}

  /**
   * What the evidence tells. Where the ends of the logs were not reached, only that is told: a
   * record that was not read yet would look like a loss.
   */
  public static Verdict check(Evidence evidence) {
    var violations = new ArrayList<Violation>();
    boolean reached = evidence.unreached().isEmpty();
    if (reached) {
      OF_THE_LOG.forEach(judge -> violations.addAll(judge.judge(evidence)));
    }
    OF_THE_SYSTEM.forEach(judge -> violations.addAll(judge.judge(evidence)));
    return new Verdict(violations, reached ? Set.of() : OF_THE_LOG_ALONE);
  }
}
