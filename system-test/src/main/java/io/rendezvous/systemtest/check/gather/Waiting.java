package io.rendezvous.systemtest.check.gather;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks again and again until nothing is missing, or the time is over. */
record Waiting(Duration pause) {

  /** What is missing now; what fails is missing. */
  interface Look {
    List<String> missing() throws ExecutionException, InterruptedException;
  }

  /** What was missing at the last look; nothing where all was found. */
  List<String> until(Duration limit, Look look) throws InterruptedException {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (true) {
      List<String> missing = look(look);
      if (missing.isEmpty() || System.nanoTime() > giveUp) {
        return missing;
      }
      Thread.sleep(pause);
    }
  }

  private static List<String> look(Look look) throws InterruptedException {
    try {
      return look.missing();
    } catch (ExecutionException e) {
      return List.of("an answer of the broker: " + e.getCause());
    } catch (KafkaException | SdkException e) {
      return List.of("an answer: " + e);
    }
  }
}
