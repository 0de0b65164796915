package io.rendezvous.systemtest.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells when the compilers of virtual machines have calmed down; until then they take much of a
 * small machine, and what they will compile is still slow. To be asked again and again, by one
 * thread.
 */
public final class Compilers {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  /** Of all processors, by all compilers together. */
  private static final double CALM = 0.03;

  private final List<Path> tasks;
  private long since = System.nanoTime();
  private double spentMillis;
  private boolean calm;

  /** Of these processes. */
  public Compilers(Collection<Long> pids) {
    this.tasks = pids.stream().map(pid -> Path.of("/proc/" + pid + "/task")).toList();
    this.spentMillis = millis();
  }

  /** Whether they took little in the last whole period. */
  public boolean areCalm() {
    long now = System.nanoTime();
    if (now - since >= PERIOD.toNanos()) {
      double spent = millis();
      calm = share(spent - spentMillis, now - since) < CALM;
      spentMillis = spent;
      since = now;
    }
    return calm;
  }

  static double share(double millis, long nanos) {
    return millis * 1e6 / nanos / Runtime.getRuntime().availableProcessors();
  }

  private double millis() {
    return tasks.stream().mapToDouble(Compilers::millis).sum();
  }

  private static double millis(Path tasks) {
    try (Stream<Path> threads = Files.list(tasks)) {
      return threads
          .map(Compilers::stat)
          .filter(Compilers::isCompiler)
          .mapToDouble(ProcFiles::cpuMillis)
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static String stat(Path thread) {
    try {
      return Files.readString(thread.resolve("stat"));
    } catch (IOException ended) {
      return "";
    }
  }

  /** Linux keeps fifteen characters of "C1 CompilerThread0" and "C2 CompilerThread0". */
  static boolean isCompiler(String stat) {
    return stat.contains("(C1 CompilerThre)") || stat.contains("(C2 CompilerThre)");
  }
}
