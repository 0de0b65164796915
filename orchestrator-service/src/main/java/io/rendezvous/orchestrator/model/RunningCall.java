package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.AskId;

/** One call under way, on the thread that began it. */
final class RunningCall {
  private final AskId ask;
  private final Thread thread = Thread.currentThread();
  private boolean stopped;
  private boolean ended;

  RunningCall(AskId ask) {
    this.ask = ask;
  }

  AskId ask() {
    return ask;
  }

  /** Ends it for good: nobody wants its answer. */
  synchronized void stop() {
    stopped = true;
    interrupt();
  }

  /** Ends it here and now; it may be done again elsewhere. */
  synchronized void interrupt() {
    if (!ended) {
      thread.interrupt();
    }
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /** From here on nobody interrupts the thread; a stop that came too late leaves no trace. */
  synchronized void end() {
    ended = true;
    if (stopped) {
      Thread.interrupted();
    }
  }
}
