package io.rendezvous.systemtest.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.LedgerEntry;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RawRecordsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final UserId USER = new UserId("u-raw");
  private static final Map<Topic, Class<?>> KINDS =
      Map.of(
          Topics.PROMPTS, Command.class,
          Topics.OUTCOMES, Command.class,
          Topics.TIMERS, Command.class,
          Topics.HISTORY, Decision.class,
          Topics.MODEL_CALLS, ModelCall.class,
          Topics.CALENDAR_CALLS, ToolCall.class,
          Topics.REPLY_DELTAS, ReplyDelta.class,
          Topics.CONTROL, StopCall.class,
          Topics.BUDGETS, LedgerEntry.class);

  private final String servers = TestKafka.bootstrapServers();
  private final TopicReader reader = TopicReader.of(servers);
  private final ConversationId conversation =
      new OwnerMarks(new byte[32]).mint(USER, UUID.randomUUID().toString());

  static Stream<Topic> topics() {
    return KINDS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void each_topic_has_a_record_that_is_good_and_others_that_are_not(Topic topic) throws Exception {
    RawRecord good = GoodRecords.of(topic, USER, conversation);

    assertThatCode(() -> read(topic, good)).doesNotThrowAnyException();
    assertUnreadable(topic, PoisonRecords.notAnEvent(topic, "key"), "CloudEvent");
    assertUnreadable(topic, PoisonRecords.badJson(good), "does not fit");
    assertUnreadable(topic, PoisonRecords.wrongType(good), "type");
    assertUnreadable(topic, PoisonRecords.unknownVersion(good), "CloudEvent");
  }

  @ParameterizedTest
  @MethodSource("topics")
  void the_largest_record_is_taken_and_one_byte_more_is_not(Topic topic) throws Exception {
    RawRecord good = GoodRecords.of(topic, USER, conversation);
    try (var records = RawRecords.to(servers)) {
      RecordPlace place = records.write(PoisonRecords.largest(topic, good));

      assertThat(reader.at(place, PATIENCE).serializedValueSize())
          .isGreaterThan(topic.maxRecordBytes() - 1000);
      assertThatThrownBy(() -> records.write(PoisonRecords.tooLarge(topic, good)))
          .hasCauseInstanceOf(RecordTooLargeException.class);
    }
  }

  @Test
  void bytes_headers_key_and_time_stand_as_they_were_given() throws Exception {
    RawRecord raw =
        RawRecord.of("timers", null, new byte[] {0, -1})
            .withHeader("name", "text")
            .to(3)
            .at(Instant.ofEpochMilli(1_700_000_000_000L));
    try (var records = RawRecords.to(servers)) {
      ConsumerRecord<String, byte[]> found = reader.at(records.write(raw), PATIENCE);

      assertThat(found.key()).isNull();
      assertThat(found.value()).containsExactly(0, -1);
      assertThat(found.partition()).isEqualTo(3);
      assertThat(found.timestamp()).isEqualTo(1_700_000_000_000L);
      assertThat(found.headers().lastHeader("name").value()).isEqualTo("text".getBytes(UTF_8));
    }
  }

  @Test
  void a_repeat_is_the_same_record_at_a_later_offset() throws Exception {
    try (var records = RawRecords.to(servers)) {
      RecordPlace first = records.write(GoodRecords.of(Topics.PROMPTS, USER, conversation));
      RecordPlace again = records.repeat(first);

      assertThat(again.partition()).isEqualTo(first.partition());
      assertThat(again.offset()).isGreaterThan(first.offset());
      var one = reader.at(first, PATIENCE);
      var other = reader.at(again, PATIENCE);
      assertThat(other.value()).isEqualTo(one.value());
      assertThat(other.key()).isEqualTo(one.key());
      assertThat(other.headers()).isEqualTo(one.headers());
      assertThat(other.timestamp()).isEqualTo(one.timestamp());
    }
  }

  @Test
  void repeats_come_in_an_order_of_the_seed() throws Exception {
    try (var records = RawRecords.to(servers)) {
      var places = new ArrayList<RecordPlace>();
      for (String text : List.of("a", "b", "c", "d")) {
        places.add(records.write(RawRecord.of("outcomes", conversation.value(), text)));
      }
      List<String> once = texts(records.repeatShuffled(places, 7));
      List<String> again = texts(records.repeatShuffled(places, 7));

      assertThat(once).isEqualTo(again).containsExactlyInAnyOrder("a", "b", "c", "d");
      assertThat(once).isNotEqualTo(List.of("a", "b", "c", "d"));
    }
  }

  private List<String> texts(List<RecordPlace> places) {
    return places.stream()
        .map(place -> new String(reader.at(place, PATIENCE).value(), UTF_8))
        .toList();
  }

  private static void assertUnreadable(Topic topic, RawRecord record, String message) {
    assertThatThrownBy(() -> read(topic, record))
        .isInstanceOf(UnreadableRecord.class)
        .hasMessageContaining(message);
  }

  private static Object read(Topic topic, RawRecord record) throws UnreadableRecord {
    return Codec.decode(record.toSend().headers(), record.value(), KINDS.get(topic));
  }
}
