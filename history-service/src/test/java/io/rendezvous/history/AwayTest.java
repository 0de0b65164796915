package io.rendezvous.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.embedded.DynamoDbLocal;
import io.rendezvous.embedded.FreePorts;
import io.rendezvous.history.projection.StoredConversation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwayTest {
  @TempDir Path folder;

  @Test
  void loses_nothing_while_the_tables_are_away() throws Exception {
    int port = FreePorts.next();
    var endpoint = URI.create("http://127.0.0.1:" + port);
    var before = new ConversationLog();
    var during = new ConversationLog();
    before.answersWithATool(before.turn("a"));
    during.answersWithATool(during.turn("a"));

    try (var history = new RunningHistory(endpoint, "away-")) {
      assertThat(history.actuator("health/liveness")).contains("\"status\":\"UP\"");
      assertThat(history.actuator("health/readiness")).contains("\"status\":\"OUT_OF_SERVICE\"");

      try (var _ = tables(port)) {
        awaitUp(history, "health/readiness");
        for (var decision : before.log()) {
          history.write(decision);
        }
        history.write(during.log().getFirst());
        awaitSequence(endpoint, before, 9);
        awaitSequence(endpoint, during, 3);
      }

      for (var decision : during.log().subList(1, 4)) {
        history.write(decision);
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> history.actuator("health").contains("WRITES_FAIL"));

      try (var _ = tables(port)) {
        awaitUp(history, "health");
        awaitSequence(endpoint, during, 9);
      }
    }
  }

  private DynamoDbLocal tables(int port) throws Exception {
    return DynamoDbLocal.start(
        Path.of(System.getProperty("rendezvous.dynamodb-local.jars")),
        folder.resolve("tables"),
        port,
        folder.resolve("log"));
  }

  private static void awaitUp(RunningHistory history, String endpoint) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                history.actuator(endpoint).contains("\"status\":\"UP\",")
                    || history.actuator(endpoint).endsWith("\"status\":\"UP\"}"));
  }

  private static void awaitSequence(URI endpoint, ConversationLog log, long sequence) {
    var settings = new DynamoDbSettings(endpoint, "eu-west-3", "away-");
    try (var client = Tables.client(settings)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () ->
                  assertThat(StoredConversation.of(client, settings, log.id).lastSequence())
                      .isEqualTo(sequence));
    }
  }
}
