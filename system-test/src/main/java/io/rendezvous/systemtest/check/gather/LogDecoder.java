package io.rendezvous.systemtest.check.gather;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.systemtest.check.evidence.DeadLetter;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Logs;
import io.rendezvous.systemtest.check.evidence.Place;
import io.rendezvous.systemtest.check.evidence.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads records as their contracts. */
final class LogDecoder {
  private final Set<Place> planted;
  private final List<Logged<Decision>> history = new ArrayList<>();
  private final List<Logged<Command>> commands = new ArrayList<>();
  private final List<Logged<ToolCall>> toolCalls = new ArrayList<>();
  private final List<Logged<ModelCall>> modelCalls = new ArrayList<>();
  private final List<DeadLetter> deadLetters = new ArrayList<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  /** Records that a test wrote itself are no evidence. */
  LogDecoder(Set<Place> planted) {
    this.planted = planted;
  }

  Logs decode(List<RawRecord> records) {
    records.stream().filter(raw -> !planted.contains(raw.place())).forEach(this::decode);
    return new Logs(history, commands, toolCalls, modelCalls, deadLetters, unreadable);
  }

  private void decode(RawRecord raw) {
    String topic = raw.place().topic();
    if (topic.endsWith("-dlt")) {
      deadLetters.add(letter(raw));
    } else if (topic.equals(Topics.HISTORY.name())) {
      add(raw, Decision.class, history);
    } else if (topic.equals(Topics.CALENDAR_CALLS.name())) {
      add(raw, ToolCall.class, toolCalls);
    } else if (topic.equals(Topics.MODEL_CALLS.name())) {
      add(raw, ModelCall.class, modelCalls);
    } else {
      add(raw, Command.class, commands);
    }
  }

  private <T> void add(RawRecord raw, Class<T> kind, List<Logged<T>> into) {
    ConsumerRecord<String, byte[]> record = raw.record();
    try {
      T message = Codec.decode(record.headers(), record.value(), kind);
      JsonNode json = Codec.decode(record.headers(), record.value(), JsonNode.class);
      into.add(new Logged<>(raw.place(), record.key(), message, json));
    } catch (UnreadableRecord e) {
      unreadable.add(new Unreadable(raw.place(), record.key(), e.reason() + ": " + e.getMessage()));
    }
  }

  private static DeadLetter letter(RawRecord raw) {
    ConsumerRecord<String, byte[]> record = raw.record();
    String topic = header(record, DeadLetters.TOPIC);
    String partition = header(record, DeadLetters.PARTITION);
    String offset = header(record, DeadLetters.OFFSET);
    Place origin =
        topic == null || partition == null || offset == null
            ? null
            : new Place(topic, Integer.parseInt(partition), Long.parseLong(offset));
    return new DeadLetter(
        raw.place(),
        origin,
        String.valueOf(header(record, DeadLetters.GROUP)),
        String.valueOf(header(record, DeadLetters.REASON)));
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
