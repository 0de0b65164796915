package io.rendezvous.systemtest.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The product that is running: one at a time in each process of tests, since each takes much of a
 * small machine.
 */
public final class Beds {
  private @Nullable Bed bed;

  private Beds() {}

  /**
   * Of one class after the other: Surefire gives each fork a class at a time, as a run of its own.
   */
  public static Beds ofThisProcess() {
    return Holder.BEDS;
  }

  private static final class Holder {
    static final Beds BEDS = new Beds();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(BEDS::close));
    }
  }

  /** One that is healthy, the last one if it will do. */
  public synchronized Bed take(Setup setup) throws Exception {
    Bed last = bed;
    if (last != null && last.setup() == setup && setup.shared() && last.isHealthy()) {
      return last;
    }
    end(true);
    // Other processes run other rows.
    String name =
        setup.name() + "-" + Instant.now().toEpochMilli() + "-" + ProcessHandle.current().pid();
    Bed fresh = Bed.start(setup, FaultSettings.FOLDER.resolve(name));
    bed = fresh;
    return fresh;
  }

  /** After a run that failed: its logs are kept. */
  synchronized void throwAway() {
    end(false);
  }

  private void end(boolean logsToo) {
    Bed last = bed;
    bed = null;
    if (last != null) {
      last.close();
      try {
        last.forget(logsToo);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** At the end of all tests. */
  private synchronized void close() {
    end(true);
  }
}
