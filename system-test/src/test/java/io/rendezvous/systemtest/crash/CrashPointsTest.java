package io.rendezvous.systemtest.crash;

import static io.rendezvous.systemtest.crash.CrashPoint.ACKNOWLEDGED;
import static io.rendezvous.systemtest.crash.CrashPoint.ANY;
import static io.rendezvous.systemtest.crash.CrashPoint.BEFORE_SEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.records.TopicReader;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class CrashPointsTest {
  private static final String TOPIC = Topics.PROMPTS.name();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final String name = "crash-" + UUID.randomUUID();
  private Path path;
  private CrashFile file;

  @BeforeEach
  void crashFile() {
    path = folder.resolve("crash");
    file = new CrashFile(path);
  }

  @ParameterizedTest
  @CsvSource({
    "send, BEFORE_SEND, prompts, 2",
    "send, ACKNOWLEDGED, outcomes, 5",
    "transact, BEFORE_TRANSACTION_COMMIT, prompts, 2",
    "transact, AFTER_TRANSACTION_COMMIT, prompts, 3"
  })
  void halts_exactly_there_at_the_third_hit(
      String what, CrashPoint point, String subject, int written) throws Exception {
    boolean hit = written < CrashChild.THINGS;
    try (var child = sender(what)) {
      file.halt(point, subject, 3);
      child.go();

      assertThat(child.exitCode()).isEqualTo(hit ? 137 : 0);
    }
    if (what.equals("transact")) {
      CrashChild.endTransaction(TestKafka.bootstrapServers(), name);
    }
    assertThat(file.isHit()).isEqualTo(hit);
    assertThat(written()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"BEFORE_TABLE_WRITE, putItem, 2", "AFTER_TABLE_WRITE, putItem, 3"})
  void halts_exactly_before_or_after_a_table_write(CrashPoint point, String operation, int items)
      throws Exception {
    createTable();
    String endpoint = TestDynamoDb.settings(name).endpoint().toString();
    try (var child = CrashChildProcess.start(path, "put", endpoint, name)) {
      file.halt(point, operation, 3);
      child.go();

      assertThat(child.exitCode()).isEqualTo(137);
    }
    assertThat(TestDynamoDb.client().scan(scan -> scan.tableName(table())).count())
        .isEqualTo(items);
  }

  @Test
  void an_order_is_refused_or_taken_back_and_another_holds_the_process_and_lets_it_go()
      throws Exception {
    try (var child = sender("send")) {
      assertThatThrownBy(() -> file.halt(ACKNOWLEDGED, "two words", 1))
          .hasMessageContaining("refused");
      file.halt(ACKNOWLEDGED, ANY, 1);
      file.takeBack();
      file.hold(BEFORE_SEND, TOPIC, 3);
      child.go();
      file.awaitHit(PATIENCE);
      assertThat(written()).isEqualTo(2);
      assertThat(child.isAlive()).isTrue();

      file.release();

      assertThat(child.exitCode()).isZero();
    }
    assertThat(written()).isEqualTo(CrashChild.THINGS);
  }

  @Test
  void a_process_that_is_started_again_does_not_crash_again() throws Exception {
    try (var first = sender("send")) {
      file.halt(ACKNOWLEDGED, ANY, 3);
      first.go();

      assertThat(first.exitCode()).isEqualTo(137);
    }
    assertThat(written()).isEqualTo(3);
    try (var second = sender("send")) {
      second.go();

      assertThat(second.exitCode()).isZero();
    }
  }

  private CrashChildProcess sender(String what) throws Exception {
    return CrashChildProcess.start(path, what, TestKafka.bootstrapServers(), TOPIC, name);
  }

  private long written() {
    return TopicReader.of(TestKafka.bootstrapServers()).committed(TOPIC).stream()
        .filter(record -> name.equals(record.key()))
        .count();
  }

  private void createTable() {
    TestDynamoDb.client()
        .createTable(
            create ->
                create
                    .tableName(table())
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        id -> id.attributeName("id").attributeType(ScalarAttributeType.S))
                    .keySchema(id -> id.attributeName("id").keyType(KeyType.HASH)));
  }

  private String table() {
    return TestDynamoDb.settings(name).table("things");
  }
}
