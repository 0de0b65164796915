package io.rendezvous.systemtest.process;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is alive in the heap of another JVM. */
public final class LiveHeap {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  private LiveHeap() {}

  /**
   * Bytes that can be reached, after a collection that stops the process for a moment: the
   * histogram of live objects begins with one.
   *
   * @throws IOException if the process does not tell
   */
  public static long bytes(long pid) throws IOException, InterruptedException {
    return total(Jcmd.ask(pid, "GC.class_histogram"));
  }

  static long total(String histogram) throws IOException {
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      throw new IOException("Expected a histogram of classes, but: " + histogram);
    }
    return Long.parseLong(total.group(1));
  }
}
