package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.client.Turn;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyTurnsTest {
  private static final int TURNS = 100;

  /** Pools that grow a little are no leak. */
  private static final int FEW_THREADS = 40;

  private final Client user = Stack.newUser();

  @Test
  void a_hundred_turns_at_once_all_end_and_hold_no_thread_each() throws Exception {
    user.say("Planifie un point demain à 9h");
    int before = platformThreads();
    int most = before;
    var turns = new ArrayList<Future<Turn>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < TURNS; i++) {
        String text = "Planifie un point " + i + " demain à " + (8 + i % 10) + "h";
        turns.add(threads.submit(() -> user.say(text)));
      }
      while (turns.stream().anyMatch(turn -> !turn.isDone())) {
        most = Math.max(most, platformThreads());
        Thread.sleep(50);
      }
    }
    assertThat(turns).allSatisfy(turn -> assertThat(turn.get().status()).isEqualTo("completed"));
    assertThat(most - before).isLessThan(FEW_THREADS);
  }

  private static int platformThreads() {
    return Thread.getAllStackTraces().size();
  }
}
