package io.rendezvous.orchestrator.stream;

import java.time.Duration;

/**
 * Lets decisions be committed at once while few are made, and together while many are, for a commit
 * costs more than a decision. One for all partitions, since a commit of one commits them all.
 */
final class CommitPace {
  /** How much of a second's quiet decisions may come at once and still be quiet. */
  private static final double BURST = 0.1;

  private final double quietPerMilli;
  private final double burst;
  private final long spacingMillis;
  private double level;
  private long lastDecision;
  private long lastCommit;

  /**
   * A pace.
   *
   * @param quietPerSecond up to so many decisions a second are committed at once
   * @param spacing how far commits are apart when there are more
   */
  CommitPace(int quietPerSecond, Duration spacing) {
    this.quietPerMilli = quietPerSecond / 1000.0;
    this.burst = quietPerSecond * BURST;
    this.spacingMillis = spacing.toMillis();
  }

  /** Whether to ask for a commit after this decision; if not, one comes with one that follows. */
  synchronized boolean isDue(long nowMillis) {
    double drained = Math.max(0, level - (nowMillis - lastDecision) * quietPerMilli);
    level = Math.min(drained + 1, 2 * burst);
    lastDecision = nowMillis;
    boolean due = level <= burst || nowMillis - lastCommit >= spacingMillis;
    if (due) {
      lastCommit = nowMillis;
    }
    return due;
  }
}
