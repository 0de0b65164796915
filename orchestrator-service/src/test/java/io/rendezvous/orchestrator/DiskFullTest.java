package io.rendezvous.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under the decider's state is full for a while; needs the right to mount one. */
class DiskFullTest {
  private static final String MEGABYTES = "256m";

  /** Together more than what is held in memory before it goes to the disk. */
  private static final int PROMPTS = 1_200;

  private static final Personal TEXT = new Personal("x".repeat(50_000), 10, "digest");

  @TempDir Path folder;

  @Test
  void decides_everything_once_when_there_is_room_again() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES, "tmpfs", disk.toString()));
    try (var decider = RunningDecider.start(disk, "--rendezvous.decider.restart.most=1s")) {
      Path filler = fill(disk.resolve("filler"));
      Set<TurnId> turns = new LinkedHashSet<>();
      for (int i = 0; i < PROMPTS; i++) {
        var conversation = RunningDecider.MARKS.mint(RunningDecider.ANA, "full " + i);
        turns.add(decider.prompt(conversation, "key", TEXT));
      }
      // It may hold all in memory, or fail and begin anew until there is room; it loses nothing.
      await()
          .atMost(RunningDecider.LIMIT)
          .until(() -> !decider.isWell() || decider.decisions() >= PROMPTS);

      Files.delete(filler);

      List<NumberedEvent> events = RunningDecider.eventsUntilAccepted(turns);
      assertThat(events.stream().flatMap(RunningDecider::accepted))
          .containsExactlyInAnyOrderElementsOf(turns);
      await().atMost(RunningDecider.LIMIT).until(decider::isWell);
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static Path fill(Path filler) throws IOException {
    try (var out = Files.newOutputStream(filler)) {
      var block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
