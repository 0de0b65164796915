package io.rendezvous.systemtest.load;

import io.rendezvous.systemtest.deployment.Checkout;
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
    Path folder = Files.createTempDirectory("rendezvous-bench");
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
    }
    save(options, load, reports);
  }

  private static void save(Options options, double load, List<Report> reports) throws IOException {
    String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    var results =
        new Results(
            at,
            options.quick(),
            Runtime.version().toString(),
            Runtime.getRuntime().availableProcessors(),
            load,
            reports);
    Path file =
        options.out() == null
            ? Checkout.FOLDER.resolve("target/bench").resolve(at.replace(':', '-') + ".json")
            : options.out();
    results.write(file);
    Path pictures = file.resolveSibling(file.getFileName().toString().replace(".json", ""));
    for (Report report : reports) {
      Plot.write(report, pictures);
    }
    System.out.println("Results are in " + file + ", pictures in " + pictures + ".");
    if (options.writeDocs()) {
      Page.write(results, Checkout.FOLDER.resolve("docs/performance.md"));
    }
  }
}
