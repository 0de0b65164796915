package io.rendezvous.systemtest.fault;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was done when, to be read where a run has failed; a file has that of all runs. */
final class Diary {
  private static final Path FILE = FaultSettings.FOLDER.resolve("diary.log");

  private final Instant began = Instant.now();
  private final List<String> lines = new ArrayList<>();

  synchronized void note(String what) {
    Instant now = Instant.now();
    double seconds = Duration.between(began, now).toMillis() / 1000.0;
    String line = "  " + now + " +" + seconds + " s  " + what;
    lines.add(line);
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, line + "\n", CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized String toString() {
    return String.join("\n", lines);
  }
}
