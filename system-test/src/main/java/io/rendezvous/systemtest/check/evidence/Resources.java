package io.rendezvous.systemtest.check.evidence;

/**
 * What was held before and after a run.
 *
 * @param tolerance what is no leak
 */
public record Resources(ResourceSample before, ResourceSample after, Tolerance tolerance) {

  public static Resources of(ResourceSample before, ResourceSample after) {
    return new Resources(before, after, Tolerance.DEFAULT);
  }

  /**
   * How much more than before is no leak.
   *
   * @param heapFactor warm caches and the window of recent conversations may grow a heap by this
   * @param heapBytes and by this, since a small heap's factor is little
   * @param threads pools that grow to their size
   * @param fileDescriptors connections that clients keep, and files of stores that have grown
   * @param lag records of a group that may be open; none by default
   */
  public record Tolerance(
      double heapFactor, long heapBytes, int threads, int fileDescriptors, long lag) {
    public static final Tolerance DEFAULT = new Tolerance(1.3, 48L << 20, 40, 100, 0);
  }
}
