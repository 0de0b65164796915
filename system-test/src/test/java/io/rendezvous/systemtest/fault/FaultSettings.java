package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.deployment.Checkout;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How faults are tried; system properties that begin with {@code rendezvous.faults.}.
 *
 * @param times how often each row runs
 * @param seed of the one run that shall be repeated; null is a new one each time
 * @param outage how long what is away stays away
 * @param many how many turns or streams are "many"
 * @param changes how many instances go and come (row 14)
 * @param stored how many conversations a lost state store had in the last of its runs
 * @param fewer the same in those before, which find other seeds' faults in less time
 * @param pause between two turns of a conversation in the background
 * @param page where all results are written as a page too; null is nowhere
 * @param slowness by how much the limits in time are stretched; by default as far as others use
 *     this machine
 */
record FaultSettings(
    int times,
    @Nullable Long seed,
    Duration outage,
    int many,
    int changes,
    int stored,
    int fewer,
    Duration pause,
    @Nullable Path page,
    double slowness) {
  static final Path FOLDER = Path.of("target", "faults").toAbsolutePath();

  static FaultSettings read() {
    return new FaultSettings(
        Integer.parseInt(property("times", "1")),
        property("seed", "").isEmpty() ? null : Long.valueOf(property("seed", "")),
        Duration.ofSeconds(Long.parseLong(property("outage", "5"))),
        Integer.parseInt(property("many", "200")),
        Integer.parseInt(property("changes", "4")),
        Integer.parseInt(property("stored", "100000")),
        Integer.parseInt(property("fewer", "10000")),
        Duration.ofMillis(Long.parseLong(property("pause", "300"))),
        property("page", "").isEmpty() ? null : Checkout.FOLDER.resolve(property("page", "")),
        Double.parseDouble(property("slowness", Double.toString(busy()))));
  }

  /** The same limit on this machine as it is now. */
  Duration stretched(Duration limit) {
    return Duration.ofMillis(Math.round(limit.toMillis() * slowness));
  }

  /** Tests of our own keep a machine busy up to twice its processors. */
  private static double busy() {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    double load = machine.getSystemLoadAverage() / machine.getAvailableProcessors();
    return Math.clamp(load / 2, 1, 6);
  }

  private static String property(String name, String otherwise) {
    String value = System.getProperty("rendezvous.faults." + name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
