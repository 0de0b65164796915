package io.rendezvous.common.work;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Is told what a {@link WorkWindow} does; called from many threads, and must not block. */
public interface WorkMetrics {
  WorkMetrics NONE = new WorkMetrics() {};

  /**
   * Called once as the window starts.
   *
   * @param inFlight how many records are being worked on
   * @param oldestAge how long the oldest of them has been; zero where there is none
   * @param lag how many records are before this window's consumer
   */
  default void observe(IntSupplier inFlight, Supplier<Duration> oldestAge, LongSupplier lag) {}

  /** Work on a record begins; it was written then. */
  default void begun(long writtenMillis) {}

  /** A record was done. */
  default void finished() {}

  /** A try failed, and there will be another. */
  default void retried() {}

  /** A record was given up after its last try. */
  default void abandoned() {}

  /** A dead letter was written, of an unreadable or an abandoned record. */
  default void deadLettered(String reason) {}
}
