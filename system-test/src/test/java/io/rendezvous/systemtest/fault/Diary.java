package io.rendezvous.systemtest.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was done when, to be read where a run has failed. */
final class Diary {
  private final Instant began = Instant.now();
  private final List<String> lines = new ArrayList<>();

  synchronized void note(String what) {
    Instant now = Instant.now();
    double seconds = Duration.between(began, now).toMillis() / 1000.0;
    lines.add("  " + now + " +" + seconds + " s  " + what);
  }

  @Override
  public synchronized String toString() {
    return String.join("\n", lines);
  }
}
