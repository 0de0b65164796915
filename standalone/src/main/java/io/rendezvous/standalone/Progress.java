package io.rendezvous.standalone;

import java.time.Duration;

/** Is told how the start goes. */
interface Progress {
  /** One more part runs; called from many threads. */
  void started(String part, Duration took);
}
