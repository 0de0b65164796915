package io.rendezvous.systemtest.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param outcome {@code passed}, {@code failed} or {@code skipped}
 * @param recoverySeconds from the fault's end until services were ready and turns had ended; null
 *     where it was not measured
 */
record Result(
    int row,
    String fault,
    long seed,
    String outcome,
    double seconds,
    @Nullable Double recoverySeconds,
    String note) {
  private static final int NOTE_LIMIT = 300;

  static Result passed(FaultRow row, long seed, Duration took, Scene scene) {
    return new Result(
        row.number(), row.fault(), seed, "passed", seconds(took), scene.recovery(), scene.note());
  }

  static Result skipped(FaultRow row, long seed, Duration took, @Nullable String why) {
    return new Result(
        row.number(), row.fault(), seed, "skipped", seconds(took), null, String.valueOf(why));
  }

  static Result failed(FaultRow row, long seed, Duration took, Throwable failure) {
    String why = String.valueOf(failure.getMessage()).strip().replace('\n', ' ');
    String cut = why.substring(0, Math.min(why.length(), NOTE_LIMIT));
    return new Result(row.number(), row.fault(), seed, "failed", seconds(took), null, cut);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
