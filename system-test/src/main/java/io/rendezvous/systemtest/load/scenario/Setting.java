package io.rendezvous.systemtest.load.scenario;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How scenarios are run.
 *
 * @param folder of everything that is written on the way
 * @param quick whether all times are cut short: for a look, not for figures
 * @param onDisk whether DynamoDB Local keeps its tables on disk
 * @param progress told what is being done
 */
public record Setting(Path folder, boolean quick, boolean onDisk, Consumer<String> progress) {
  private static final int QUICKER = 4;

  Duration warmUp(Duration full) {
    return quick ? full.dividedBy(QUICKER) : full;
  }

  Duration measured(Duration full) {
    return quick ? full.dividedBy(QUICKER) : full;
  }

  int count(int full) {
    return quick ? full / QUICKER : full;
  }

  /** The same, with a folder of its own. */
  Setting in(String name) {
    return new Setting(folder.resolve(name), quick, onDisk, progress);
  }
}
