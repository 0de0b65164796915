package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.drive.Driver;
import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.measure.Measuring;
import io.rendezvous.systemtest.load.measure.Meter;
import io.rendezvous.systemtest.load.measure.Timings;
import io.rendezvous.systemtest.load.plain.PlainLoop;
import io.rendezvous.systemtest.process.ChildProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The plain loop under the same load, on the same model and tables. */
final class PlainRun {
  /** A commit holds the thread that carries it: others must go on meanwhile. */
  private static final List<String> MACHINE =
      List.of("-XX:+UseCompactObjectHeaders", "-Djdk.virtualThreadScheduler.parallelism=4");

  private PlainRun() {}

  static Measured sqlite(Bed bed, Load load, Path folder) throws Exception {
    Path data = Files.createDirectories(folder.resolve("plain"));
    return run("plain loop, SQLite", bed, load, folder, data.resolve("lines.db").toString());
  }

  static Measured inMemory(Bed bed, Load load, Path folder) throws Exception {
    return run("plain loop, memory", bed, load, folder);
  }

  private static Measured run(String name, Bed bed, Load load, Path folder, String... file)
      throws InterruptedException {
    var arguments =
        new ArrayList<>(
            List.of(
                bed.model().baseUrl(),
                bed.deployment().tablesEndpoint().toString(),
                bed.deployment().tablePrefix()));
    arguments.addAll(List.of(file));
    try (var plain =
        ChildProcess.start(
            PlainLoop.class,
            folder.resolve("logs/plain-" + file.length + ".log"),
            MACHINE,
            arguments.toArray(String[]::new))) {
      var processes = new TreeMap<>(bed.processes());
      processes.put("plain loop", plain.pid());
      var timings = new Timings();
      var measuring = new Measuring(new Meter(processes), timings);
      new Driver(List.of(plain.address()), _ -> "", load).run(measuring, timings);
      return Measured.of(name, timings, measuring.spent());
    }
  }
}
