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
    String note,
    Circumstances circumstances) {
  private static final int NOTE_LIMIT = 300;

  static Result passed(FaultRow row, long seed, Duration took, Scene scene) {
    return of(row, seed, "passed", took, scene.recovery(), scene.note());
  }

  static Result skipped(FaultRow row, long seed, Duration took, @Nullable String why) {
    return of(row, seed, "skipped", took, null, String.valueOf(why));
  }

  static Result failed(FaultRow row, long seed, Duration took, Throwable failure) {
    String why = String.valueOf(failure.getMessage()).strip().replace('\n', ' ');
    String cut = why.substring(0, Math.min(why.length(), NOTE_LIMIT));
    return of(row, seed, "failed", took, null, cut);
  }

  private static Result of(
      FaultRow row,
      long seed,
      String outcome,
      Duration took,
      @Nullable Double recovery,
      String note) {
    return new Result(
        row.number(),
        row.fault(),
        seed,
        outcome,
        took.toMillis() / 1000.0,
        recovery,
        note,
        Circumstances.now());
  }
}
