package io.rendezvous.history;

import static org.awaitility.Awaitility.await;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.wire.Json;
import io.rendezvous.testsupport.TestDynamoDb;
import org.junit.jupiter.api.Test;

/** Two services that were given one name: Kafka lets only the later one read. */
class SameNameTest {
  private static final DynamoDbSettings TABLES = TestDynamoDb.settings("same-name-");

  @Test
  void the_one_that_was_put_out_is_not_ready() {
    try (var earlier = new RunningHistory(TABLES.endpoint(), TABLES.tablePrefix())) {
      awaitReadiness(earlier, "UP");
      try (var later = new RunningHistory(TABLES.endpoint(), TABLES.tablePrefix())) {
        awaitReadiness(earlier, "OUT_OF_SERVICE");
        awaitReadiness(later, "UP");
      }
    }
  }

  private static void awaitReadiness(RunningHistory history, String status) {
    await()
        .until(
            () ->
                Json.MAPPER
                    .readTree(history.actuator("health/readiness"))
                    .path("status")
                    .asString()
                    .equals(status));
  }
}
