package io.rendezvous.systemtest.check.recording;

import io.rendezvous.systemtest.client.Client;
import java.util.List;

/** Tries over and over, at one gateway after the other, for as long as a client's patience. */
final class Rounds {
  private final List<Client> gateways;
  private final Patience patience;
  private final long giveUp;
  private int attempts;

  Rounds(List<Client> gateways, Patience patience) {
    this.gateways = gateways;
    this.patience = patience;
    this.giveUp = System.nanoTime() + patience.whole().toNanos();
  }

  boolean goOn() {
    return System.nanoTime() < giveUp;
  }

  int attempts() {
    return attempts;
  }

  /** The gateway whose turn it is; waits a little before all but the first try. */
  Client next() throws InterruptedException {
    if (attempts > 0) {
      Thread.sleep(patience.pause());
    }
    return gateways.get(attempts++ % gateways.size());
  }

  long nanosLeft() {
    return giveUp - System.nanoTime();
  }

  /** Another try may fare better: too many at once, or a server that is not itself. */
  static boolean passing(int status) {
    return status == 429 || status >= 500;
  }
}
