package io.rendezvous.systemtest.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The product that is running: one at a time in each process of tests, since each takes much of a
 * small machine.
 */
final class Beds implements AutoCloseable {
  private @Nullable Bed bed;

  /** One that is healthy, the last one if it will do. */
  synchronized Bed take(Setup setup) throws Exception {
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
  @Override
  public synchronized void close() {
    end(true);
    System.out.println(Results.table());
  }
}
