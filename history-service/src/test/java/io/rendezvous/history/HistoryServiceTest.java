package io.rendezvous.history;

import static io.rendezvous.history.ConversationLog.accepted;
import static io.rendezvous.history.ConversationLog.ended;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Json;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.history.projection.StoredConversation;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HistoryServiceTest {
  private static final DynamoDbSettings TABLES = TestDynamoDb.settings("history-service-");
  private static RunningHistory history;

  private final ConversationLog conversation = new ConversationLog();

  @BeforeAll
  static void start() {
    history = new RunningHistory(TABLES.endpoint(), TABLES.tablePrefix());
    await().until(() -> history.actuator("health/readiness").contains("\"status\":\"UP\""));
  }

  @AfterAll
  static void stop() {
    history.close();
  }

  @Test
  void many_conversations_reach_the_tables() throws Exception {
    var conversations = new ArrayList<ConversationLog>();
    for (int i = 0; i < 40; i++) {
      var log = new ConversationLog();
      conversations.add(log.answersWithATool(log.turn("a")));
    }
    for (int step = 0; step < 4; step++) {
      for (ConversationLog log : conversations) {
        history.write(log.log().get(step));
      }
    }
    for (ConversationLog log : conversations) {
      awaitSequence(log, 9);
      assertThat(stored(log).statusOf(log.turn("a"))).isEqualTo("completed");
    }
    awaitNoLag();
    assertThat(history.actuator("prometheus"))
        .contains(
            "rendezvous_projection_decisions_total{result=\"projected\"}",
            "rendezvous_projection_items_total{table=\"turns\"}",
            "rendezvous_projection_stopped{trouble=\"gap\"} 0.0",
            "rendezvous_consumer_lag");
  }

  @Test
  void each_reader_has_a_place_in_the_group_that_it_takes_again() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          admin
                              .describeConsumerGroups(List.of("history-projection"))
                              .all()
                              .get()
                              .get("history-projection")
                              .members())
                      .extracting(member -> member.groupInstanceId().orElse("none"))
                      .allMatch(place -> place.matches(".+-[0-7]"))
                      .doesNotHaveDuplicates()
                      .hasSize(8));
    }
  }

  @Test
  void a_bad_record_is_set_aside_with_its_reason_and_the_next_one_handled() throws Exception {
    var turn = conversation.turn("a");
    String key = conversation.id.value();
    history.write(conversation.decides(accepted(turn)));
    history.write(new ProducerRecord<>("history", key, "not an event".getBytes(UTF_8)));
    history.write(new ProducerRecord<>("history", key, null));
    history.write(Records.changed(conversation.log().getFirst(), text -> "{"));
    history.write(conversation.decides(ended(turn)));

    awaitSequence(conversation, 2);
    await()
        .untilAsserted(
            () ->
                assertThat(lettersOf(key))
                    .extracting(letter -> header(letter, DeadLetters.REASON).split(":")[0])
                    .containsExactly("NOT_AN_EVENT", "NOT_AN_EVENT", "BAD_DATA"));
    assertThat(lettersOf(key).getFirst().value()).isEqualTo("not an event".getBytes(UTF_8));
    assertThat(header(lettersOf(key).getFirst(), DeadLetters.GROUP))
        .isEqualTo("history-projection");
    assertThat(history.actuator("health")).contains("\"status\":\"UP\"");
  }

  @Test
  void the_largest_record_that_the_decider_writes_reaches_the_tables_whole() throws Exception {
    var turn = conversation.turn("a");
    var measured = new ConversationLog();
    Decision million = measured.decides(answer(measured.turn("a"), 1_000_000));
    int around = Records.written(million).value().length - 1_000_000;
    // As the decider's own check leaves it, but for what base64 rounds up to.
    int largest = Topics.HISTORY.maxRecordBytes() - 4 * 1024 - around - 8;
    history.write(conversation.decides(accepted(turn)));
    Decision decision = conversation.decides(answer(turn, largest));
    history.write(decision);
    history.write(conversation.decides(ended(turn)));

    awaitSequence(conversation, 3);
    assertThat(Json.MAPPER.treeToValue(stored(conversation).largeEvent(2), Event.class))
        .isEqualTo(decision.events().getFirst().event());
  }

  private static Event answer(TurnId turn, int characters) {
    var bytes = new byte[characters * 3 / 4];
    new Random(23).nextBytes(bytes);
    String sealed = Base64.getEncoder().encodeToString(bytes);
    return new Event.ToolSucceeded(
        ConversationLog.call(turn),
        ConversationLog.ask(turn, 1),
        "list_events",
        new Personal(sealed, sealed.length(), "digest"),
        null,
        false);
  }

  @Test
  void a_record_under_another_key_is_set_aside() throws Exception {
    var record = Records.written(conversation.decides(accepted(conversation.turn("a"))));
    String other = new ConversationLog().id.value();
    history.write(
        new ProducerRecord<>(record.topic(), null, other, record.value(), record.headers()));

    await()
        .untilAsserted(
            () ->
                assertThat(lettersOf(other))
                    .extracting(letter -> header(letter, DeadLetters.REASON))
                    .containsExactly("WRONG_KEY: the key is not the decision's conversation"));
    assertThat(stored(conversation).heads()).isEmpty();
  }

  @Test
  void a_gap_stops_its_partition_loudly_until_what_is_missing_comes() throws Exception {
    var turn = conversation.turn("a");
    var first = conversation.decides(accepted(turn));
    var missing = conversation.decides(ConversationLog.asked(turn, 1));
    var last = conversation.decides(ended(turn));
    history.write(first);
    history.write(last);
    history.write(
        new ProducerRecord<>("history", conversation.id.value(), "rubbish".getBytes(UTF_8)));

    await().until(() -> history.actuator("health").contains("\"GAP\""));
    assertThat(history.actuator("health")).contains("\"status\":\"DOWN\"");
    assertThat(history.actuator("health/readiness")).contains("\"status\":\"UP\"");
    assertThat(history.actuator("prometheus"))
        .contains("rendezvous_projection_stopped{trouble=\"gap\"} 1.0");
    assertThat(stored(conversation).lastSequence()).isEqualTo(1);
    assertThat(lettersOf(conversation.id.value())).isEmpty();

    history.write(missing);

    awaitSequence(conversation, 3);
    await().until(() -> history.actuator("health").contains("\"status\":\"UP\""));
    awaitNoLag();
    assertThat(lettersOf(conversation.id.value())).hasSize(1);
    assertThat(stored(conversation).statusOf(turn)).isEqualTo("completed");
  }

  private static List<ConsumerRecord<String, byte[]>> lettersOf(String key) {
    return RunningHistory.deadLetters().stream()
        .filter(letter -> key.equals(letter.key()))
        .toList();
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  private static void awaitSequence(ConversationLog log, long sequence) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(stored(log).lastSequence()).isEqualTo(sequence));
  }

  private static StoredConversation stored(ConversationLog log) {
    return StoredConversation.of(TestDynamoDb.client(), TABLES, log.id);
  }

  private static void awaitNoLag() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
      await()
          .ignoreExceptions()
          .untilAsserted(
              () -> {
                var committed =
                    admin
                        .listConsumerGroupOffsets("history-projection")
                        .partitionsToOffsetAndMetadata()
                        .get();
                var latest = new HashMap<TopicPartition, OffsetSpec>();
                committed.keySet().forEach(p -> latest.put(p, OffsetSpec.latest()));
                var ends = admin.listOffsets(latest).all().get();
                for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : committed.entrySet()) {
                  assertThat(entry.getValue().offset())
                      .isEqualTo(ends.get(entry.getKey()).offset());
                }
              });
    }
  }
}
