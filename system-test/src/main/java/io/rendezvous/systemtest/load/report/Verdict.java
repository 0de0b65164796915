package io.rendezvous.systemtest.load.report;

import org.jspecify.annotations.Nullable;

/**
 * One figure of what is to be reached, and what was measured.
 *
 * @param figure what is judged, in words
 * @param atMost whether less is better
 * @param target null where there is a stretch only
 * @param stretch what would be better still; null where there is none
 */
public record Verdict(
    String figure,
    boolean atMost,
    @Nullable Double target,
    @Nullable Double stretch,
    double measured) {

  /** No more than the target. */
  public static Verdict atMost(
      String figure, @Nullable Double target, @Nullable Double stretch, double measured) {
    return new Verdict(figure, true, target, stretch, measured);
  }

  /** No less than the target. */
  public static Verdict atLeast(
      String figure, @Nullable Double target, @Nullable Double stretch, double measured) {
    return new Verdict(figure, false, target, stretch, measured);
  }

  public boolean reached() {
    return target != null && holds(target);
  }

  public boolean stretchReached() {
    return stretch != null && holds(stretch);
  }

  /** In a word. */
  public String outcome() {
    return stretchReached() ? "stretch reached" : reached() ? "reached" : "not reached";
  }

  private boolean holds(double bound) {
    return atMost ? measured <= bound : measured >= bound;
  }
}
