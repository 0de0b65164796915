package io.rendezvous.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.client.Answer;
import io.rendezvous.systemtest.client.Client;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL of the whole process at random moments of a turn; the seed is said where it fails. */
class KillTest {
  private static final int ROUNDS = 1;

  /** About as long as the first turn of a process takes. */
  private static final int LONGEST_MILLIS = 1_500;

  @TempDir Path data;

  @Test
  void a_turn_ends_by_itself_with_exactly_one_event_whenever_the_process_is_killed()
      throws Exception {
    long seed = Long.getLong("rendezvous.seed", System.nanoTime());
    var random = new Random(seed);
    RunningProduct product = RunningProduct.start(data);
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        long pause = random.nextInt(LONGEST_MILLIS);
        Answer accepted =
            product
                .demoUser()
                .post(
                    "/api/v1/prompts",
                    Client.prompt("Planifie une réunion demain à " + (8 + round) + "h", null));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        LockSupport.parkNanos(pause * 1_000_000);
        product.kill();
        product = RunningProduct.start(data);
        String told = "seed " + seed + ", round " + round + ", killed after " + pause + " ms";
        Answer ended = product.demoUser().ended(accepted.text("turnId"));
        assertThat(ended.text("status")).as(told + ": " + ended.body()).isEqualTo("completed");
        assertThat(product.demoUser().calendar()).as(told).hasSize(round);
      }
    } finally {
      product.close();
    }
  }
}
