package io.rendezvous.systemtest.load;

import io.rendezvous.systemtest.deployment.Checkout;
import io.rendezvous.systemtest.deployment.Origin;
import io.rendezvous.systemtest.load.report.Page;
import io.rendezvous.systemtest.load.report.Plot;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Results;
import io.rendezvous.systemtest.load.report.Words;
import io.rendezvous.systemtest.load.scenario.Scenario;
import io.rendezvous.systemtest.load.scenario.Setting;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** {@code ./rendezvous bench}: runs scenarios and says what they found. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println("rendezvous bench: " + e.getMessage());
      System.exit(2);
      return;
    }
    if (options.help()) {
      System.out.print(Options.usage());
      return;
    }
    run(options);
    // Clients of the broker may leave threads behind.
    System.exit(0);
  }

  private static void run(Options options) throws Exception {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    var runs = new ArrayList<Results>();
    for (Path file : options.earlier()) {
      runs.add(Results.read(file));
    }
    Path folder = Files.createTempDirectory("rendezvous-bench");
    Path out = options.out() == null ? fileOfNow() : options.out();
    var reports = new ArrayList<Report>();
    for (Scenario scenario : options.scenarios()) {
      System.out.println("\n" + scenario.name() + ": " + scenario.what());
      Path own = folder.resolve(scenario.name());
      var setting =
          new Setting(
              own, options.quick(), options.onDisk(), step -> System.out.println("  … " + step));
      Report report = scenario.run(setting);
      System.out.println("\n" + Words.of(report));
      reports.add(report);
      FileSystemUtils.deleteRecursively(own);
      // With each scenario: whatever ends the rest, this is kept.
      var results = new Results(now(), options.quick(), Origin.here(), load, reports);
      save(results, out);
      if (options.writeDocs()) {
        var all = new ArrayList<>(runs);
        all.add(results);
        Page.write(all, Checkout.FOLDER.resolve("docs/performance.md"));
      }
    }
    System.out.println("Results are in " + out + ", pictures in " + pictures(out) + ".");
  }

  private static void save(Results results, Path file) throws IOException {
    results.write(file);
    Plot.write(results.reports().getLast(), pictures(file));
  }

  private static Path fileOfNow() {
    return Checkout.FOLDER.resolve("target/bench").resolve(now().replace(':', '-') + ".json");
  }

  private static Path pictures(Path file) {
    return file.resolveSibling(file.getFileName().toString().replace(".json", ""));
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
