package io.rendezvous.standalone;

import java.io.FileDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The process that {@code ./rendezvous} becomes: starts, waits to be told to stop, stops in order.
 */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    boolean colours = Boolean.getBoolean("rendezvous.colours");
    Terminal out = Terminal.of(FileDescriptor.out, colours);
    Terminal errors = Terminal.of(FileDescriptor.err, colours);
    StopSignal signal = StopSignal.interruptingThisThread(out);
    int exitCode = 1;
    try {
      run(List.of(arguments), out);
    } catch (InterruptedException stopAsked) {
      exitCode = 0;
    } catch (RunFailure e) {
      if (signal.came()) {
        exitCode = 0;
      } else {
        errors.failed(e.line());
      }
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(Main.class).error("A fault of ours", e);
      errors.failed("This is a fault of ours: " + e);
    }
    signal.end(exitCode);
  }

  private static void run(List<String> arguments, Terminal out)
      throws RunFailure, InterruptedException {
    Path home = Path.of(System.getProperty("rendezvous.home", "."));
    Settings settings = new CommandLine(System.getenv(), home).parse(arguments);
    DataFolder data = DataFolder.take(settings.data());
    LogFiles.into(data);
    out.title("Rendezvous starts");
    long from = System.nanoTime();
    try (var rendezvous = Rendezvous.start(settings, data, out)) {
      long seconds = Duration.ofNanos(System.nanoTime() - from).toSeconds();
      out.title("Ready at " + rendezvous.baseUrl() + " after " + seconds + " s");
      Banner.lines(rendezvous.baseUrl(), rendezvous.model(), data, rendezvous.demoToken())
          .forEach(out::say);
      rendezvous.awaitFailure();
    }
  }
}
