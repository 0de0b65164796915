package io.rendezvous.standalone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns SIGTERM and Ctrl-C into an interrupt of the main thread, and lets it end the process. */
final class StopSignal {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private final Thread main;
  private final Terminal terminal;
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean came;
  private volatile int exitCode = 1;

  private StopSignal(Thread main, Terminal terminal) {
    this.main = main;
    this.terminal = terminal;
  }

  /** Interrupts the calling thread once, when the process is told to stop. */
  static StopSignal interruptingThisThread(Terminal terminal) {
    var signal = new StopSignal(Thread.currentThread(), terminal);
    Runtime.getRuntime().addShutdownHook(new Thread(signal::stop, "stop"));
    return signal;
  }

  boolean came() {
    return came;
  }

  /**
   * Ends the process with this exit code: neither the one of a signal, nor kept alive by threads of
   * a broker that could not start.
   */
  void end(int code) {
    exitCode = code;
    finished.countDown();
    System.exit(code);
  }

  private void stop() {
    if (finished.getCount() > 0) {
      came = true;
      terminal.say("Stopping …");
      main.interrupt();
    }
    try {
      if (!finished.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        terminal.failed("It did not stop within " + STOP_LIMIT.toSeconds() + " s, and is ended.");
      }
    } catch (InterruptedException nobodyInterruptsThis) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(exitCode);
  }
}
