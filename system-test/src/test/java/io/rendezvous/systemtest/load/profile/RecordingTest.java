package io.rendezvous.systemtest.load.profile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  @TempDir Path folder;

  @Test
  void tells_whose_code_a_process_ran() {
    var recording = new Recording(Map.of("here", ProcessHandle.current().pid()), folder);
    recording.begin();
    assertThat(spin()).isNotZero();
    recording.end();

    Profile profile = recording.profiles().get("here");
    assertThat(profile.samples()).isPositive();
    assertThat(profile.shares().get("Rendezvous")).isGreaterThan(0.1);
    assertThat(folder).isEmptyDirectory();
  }

  /** A hundred samples or so. */
  private static long spin() {
    long end = System.nanoTime() + SECONDS.toNanos(1);
    long sum = 1;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 1_000_000; i++) {
        sum = sum * 31 + i;
      }
    }
    return sum;
  }
}
