package io.rendezvous.common.work;

import org.jspecify.annotations.Nullable;

/**
 * What is done with each record of a {@link WorkWindow}; may be called again for the same record
 * after a crash.
 */
public interface Work<T> {
  /**
   * Does it, on a virtual thread of its own that may block for as long as it takes.
   *
   * @param traceparent the W3C trace context that came with the record
   * @throws io.rendezvous.common.wire.UnreadableRecord if it is not what the topic carries: it
   *     becomes a dead letter at once, and nobody is told
   * @throws Away if that says nothing of the record: it is tried again for as long as it lasts
   * @throws Exception if it could not be done now; it is tried again after a pause, up to the limit
   *     of tries
   */
  void handle(T task, @Nullable String traceparent) throws Exception;

  /**
   * Called when the record has been given up, before its dead letter is written, so that nobody
   * waits for ever; called again where it throws, up to the limit of tries.
   *
   * @param cause what the last try threw
   * @throws Away as above; no dead letter is written before that is over
   */
  void abandon(T task, Exception cause, @Nullable String traceparent) throws Exception;
}
