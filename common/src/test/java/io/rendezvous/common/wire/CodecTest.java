package io.rendezvous.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {
  private static final TurnId TURN =
      new TurnId("c0123456789abcdef-fedcba9876543210.taaaabbbbccccdddd");
  private static final Command COMMAND = new DeadlineReached(new UserId("u-ana"), TURN);
  private static final Instant AT = Instant.parse("2026-11-20T14:10:34.123Z");
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Codec codec = new Codec("test");

  @Test
  void reads_what_it_wrote_with_its_trace() throws UnreadableRecord {
    var record = encode(COMMAND, PARENT);
    assertThat(record.topic()).isEqualTo("timers");
    assertThat(record.key()).isEqualTo(TURN.conversation().value());
    assertThat(header(record, "ce_type")).isEqualTo("turn.deadline");
    assertThat(header(record, "ce_time")).isEqualTo("2026-11-20T14:10:34.123Z");
    assertThat(Codec.traceparent(record.headers())).isEqualTo(PARENT);
    assertThat(Codec.decode(record.headers(), record.value(), Command.class)).isEqualTo(COMMAND);
  }

  @Test
  void without_a_trace_there_is_none() {
    assertThat(Codec.traceparent(encode(COMMAND, null).headers())).isNull();
  }

  @Test
  void an_event_of_a_later_version_is_unrecognized() throws UnreadableRecord {
    String event = "{\"type\":\"turn.applauded\",\"turn\":\"" + TURN + "\",\"loud\":true}";
    assertThat(decode(event, Event.class)).isEqualTo(new Event.Unrecognized());
    String decision =
        """
        {"user":"u-ana","conversation":"%s","at":"2026-11-20T14:10:34Z",
         "cause":{"type":"turn.deadline","user":"u-ana","turn":"%s"},
         "events":[{"sequence":1,"event":%s}]}
        """
            .formatted(TURN.conversation(), TURN, event);
    assertThat(decode(decision, Decision.class).events().getFirst().event())
        .isEqualTo(new Event.Unrecognized());
  }

  @Test
  void a_command_of_a_later_version_is_of_an_unknown_type() {
    assertUnreadable("{\"type\":\"turn.applaud\"}", Command.class, Reason.UNKNOWN_TYPE);
  }

  @Test
  void a_record_of_another_type_is_of_an_unknown_type() {
    var record = encode(COMMAND, null);
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> Codec.decode(record.headers(), record.value(), StopCall.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_TYPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{",
        "{\"type\":\"turn.deadline\"}",
        "{\"type\":\"turn.deadline\",\"user\":\"u-ana\",\"turn\":\"../../etc\"}",
        "{\"type\":\"turn.deadline\",\"user\":{},\"turn\":7}"
      })
  void data_that_does_not_fit_is_bad(String json) {
    assertUnreadable(json, Command.class, Reason.BAD_DATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_source", "ce_specversion", "ce_type", "ce_time"})
  void a_record_with_broken_attributes_is_no_event(String name) {
    for (byte[] value : new byte[][] {null, {}, {(byte) 0xff, 0}, "%%".getBytes(UTF_8)}) {
      var record = encode(COMMAND, null);
      record.headers().remove(name).add(name, value);
      try {
        // Not every attribute is checked; what counts is that nothing else is thrown.
        Codec.decode(record.headers(), record.value(), Command.class);
      } catch (UnreadableRecord e) {
        assertThat(e.reason()).isEqualTo(Reason.NOT_AN_EVENT);
      }
    }
  }

  @Test
  void a_record_without_attributes_or_data_is_no_event() {
    var record = encode(COMMAND, null);
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> Codec.decode(new RecordHeaders(), record.value(), Command.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AN_EVENT));
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> Codec.decode(record.headers(), null, Command.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AN_EVENT));
    assertUnreadable("", Command.class, Reason.NOT_AN_EVENT);
  }

  private ProducerRecord<String, byte[]> encode(Object message, String traceparent) {
    return codec.encode(
        Topics.TIMERS, TURN.conversation().value(), message, "id-1", AT, traceparent);
  }

  private <T> T decode(String json, Class<T> kind) throws UnreadableRecord {
    var headers = encode(COMMAND, null).headers();
    if (kind == Decision.class) {
      headers.remove("ce_type").add("ce_type", "decision".getBytes(UTF_8));
    }
    return Codec.decode(headers, json.getBytes(UTF_8), kind);
  }

  private void assertUnreadable(String json, Class<?> kind, Reason reason) {
    assertThatExceptionOfType(UnreadableRecord.class)
        .isThrownBy(() -> decode(json, kind))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static String header(ProducerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
