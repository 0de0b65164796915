package io.rendezvous.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.history.projection.StoredConversation;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.ThrottlingFront;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThrottledTest {
  private static final String PREFIX = "throttled-";
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @Test
  void loses_nothing_and_keeps_the_order_while_the_tables_throttle() throws Exception {
    var tables = TestDynamoDb.settings(PREFIX);
    List<ConversationLog> logs =
        Stream.generate(ConversationLog::new)
            .limit(10)
            .map(log -> log.answersWithATool(log.turn("a")))
            .toList();
    try (var front = ThrottlingFront.before(tables.endpoint(), 21);
        var history = new RunningHistory(front.endpoint(), PREFIX)) {
      await()
          .atMost(LIMIT)
          .until(() -> !history.actuator("health/readiness").contains("OUT_OF_SERVICE"));
      front.refuse(1);
      write(history, logs, 0, 2);
      await().atMost(LIMIT).until(() -> front.refused() > 40);
      front.refuse(0.5);
      write(history, logs, 2, 4);
      await().atMost(LIMIT).until(() -> front.refused() > 50);
      front.refuse(0);

      for (ConversationLog log : logs) {
        await()
            .atMost(LIMIT)
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(stored(log).lastSequence()).isEqualTo(9));
        assertThat(stored(log).events()).hasSize(9);
        assertThat(stored(log).statusOf(log.turn("a"))).isEqualTo("completed");
      }
    }
  }

  private static void write(RunningHistory history, List<ConversationLog> logs, int from, int to)
      throws Exception {
    for (int step = from; step < to; step++) {
      for (ConversationLog log : logs) {
        history.write(log.log().get(step));
      }
    }
  }

  private static StoredConversation stored(ConversationLog log) {
    return StoredConversation.of(TestDynamoDb.client(), TestDynamoDb.settings(PREFIX), log.id);
  }
}
