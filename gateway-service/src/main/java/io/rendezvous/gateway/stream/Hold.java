package io.rendezvous.gateway.stream;

import io.rendezvous.gateway.tail.Following;

/**
 * What a stream holds while it is open: its conversation in the tail, and its place in the count.
 */
final class Hold implements AutoCloseable {
  private final Following following;
  private final OpenStreams.Open counted;
  private boolean owned = true;

  Hold(Following following, OpenStreams.Open counted) {
    this.following = following;
    this.counted = counted;
  }

  Following following() {
    return following;
  }

  /** Another to close in place of this one, on whichever thread. */
  Hold handOver() {
    owned = false;
    return new Hold(following, counted);
  }

  @Override
  public void close() {
    if (owned) {
      owned = false;
      counted.close();
      following.close();
    }
  }
}
