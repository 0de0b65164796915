package io.rendezvous.standalone;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** What people see: one line for each part that runs, no libraries' chatter. */
final class Terminal implements Progress {
  private static final String GREEN = "\u001b[32m";
  private static final String RED = "\u001b[31m";
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final boolean colours;

  private Terminal(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /** UTF-8 whatever the locale: the commands that it shows have accents. */
  static Terminal of(FileDescriptor descriptor, boolean colours) {
    return new Terminal(
        new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8), colours);
  }

  @Override
  public void started(String part, Duration took) {
    say(
        String.format(
            Locale.ROOT, "  %s %-14s %5.1f s", paint(GREEN, "✓"), part, took.toMillis() / 1000.0));
  }

  void say(String line) {
    out.println(line);
  }

  void title(String line) {
    out.println(paint(BOLD, line));
  }

  void failed(String line) {
    out.println(paint(RED, "✗") + " " + line);
  }

  private String paint(String colour, String text) {
    return colours ? colour + text + PLAIN : text;
  }
}
