package io.rendezvous.systemtest.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is alive in the heap of another JVM. */
public final class LiveHeap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** Long, for a machine that does much else. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private LiveHeap() {}

  /**
   * Bytes that can be reached, after a collection that stops the process for a moment: the
   * histogram of live objects begins with one.
   *
   * @throws IOException if the process does not tell
   */
  public static long bytes(long pid) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path output = Files.createTempFile("histogram", ".txt");
    try {
      Process tool =
          new ProcessBuilder(
                  jcmd.toString(),
                  // It ends before a better compiler or collector would help.
                  "-J-XX:TieredStopAtLevel=1",
                  "-J-XX:+UseSerialGC",
                  Long.toString(pid),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      // A process that was started with SIGQUIT ignored never answers.
      if (!tool.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        tool.destroyForcibly();
        throw new IOException("Expected a histogram of process " + pid + ", but it is silent");
      }
      return total(Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  static long total(String histogram) throws IOException {
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IOException("Expected a histogram of classes, but: " + histogram);
    }
    return Long.parseLong(total.group(1));
  }
}
