package io.rendezvous.calendar.worker;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes calls as the decider does, and reads what comes of them. */
final class CallsOnTheLog implements AutoCloseable {
  static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());
  private final Publisher publisher =
      new Publisher(producer, new Codec("test"), InstantSource.system());
  private final KafkaConsumer<String, byte[]> consumer =
      new KafkaConsumer<>(
          Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
          new StringDeserializer(),
          new ByteArrayDeserializer());
  private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
  private final Vault vault;

  CallsOnTheLog(Vault vault) {
    this.vault = vault;
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : List.of(Topics.OUTCOMES, Topics.CALENDAR_CALLS.deadLetters())) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        partitions.add(new TopicPartition(topic.name(), partition));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  ToolCall call(UserId user, CallId call, String tool, String arguments) {
    return new ToolCall(
        user,
        call,
        new AskId(Ids.derive(call.value())),
        tool,
        vault.seal(user, arguments.replace('\'', '"')),
        Preferences.DEFAULT,
        Instant.parse("2026-11-20T13:05:00Z"));
  }

  void write(ToolCall call) {
    publisher
        .publish(Topics.CALENDAR_CALLS, call.call().conversation().value(), call, TRACEPARENT)
        .join();
  }

  /** All at once. */
  void write(List<ToolCall> calls) {
    CompletableFuture.allOf(
            calls.stream()
                .map(
                    call ->
                        publisher.publish(
                            Topics.CALENDAR_CALLS,
                            call.call().conversation().value(),
                            call,
                            TRACEPARENT))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  void writeRubbish(String key) throws Exception {
    producer.send(new ProducerRecord<>(Topics.CALENDAR_CALLS.name(), key, new byte[] {1})).get();
  }

  /** The records about this call, once there are as many. */
  List<ConsumerRecord<String, byte[]>> reports(CallId call, int count) {
    return await(record -> isAbout(record, call), count);
  }

  /** The first report about each of these calls, each of a conversation of its own. */
  List<Report> reports(List<ToolCall> calls) {
    Set<String> keys =
        calls.stream().map(call -> call.call().conversation().value()).collect(Collectors.toSet());
    var reported = new HashMap<String, ConsumerRecord<String, byte[]>>();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              for (var record : consumer.poll(Duration.ofMillis(50))) {
                if (record.topic().equals(Topics.OUTCOMES.name()) && keys.contains(record.key())) {
                  reported.putIfAbsent(record.key(), record);
                }
              }
              return reported.size() == calls.size();
            });
    return reported.values().stream().map(CallsOnTheLog::report).toList();
  }

  ConsumerRecord<String, byte[]> deadLetter(String key) {
    return await(
            record ->
                record.topic().equals(Topics.CALENDAR_CALLS.deadLetters().name())
                    && key.equals(record.key()),
            1)
        .getFirst();
  }

  static Report report(ConsumerRecord<String, byte[]> record) {
    try {
      return (Report) Codec.decode(record.headers(), record.value(), Command.class);
    } catch (UnreadableRecord e) {
      throw new IllegalStateException("Expected a report, but found something else", e);
    }
  }

  private List<ConsumerRecord<String, byte[]>> await(
      Predicate<ConsumerRecord<String, byte[]>> wanted, int count) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(50)).forEach(read::add);
              return read.stream().filter(wanted).toList();
            },
            found -> found.size() >= count);
  }

  private static boolean isAbout(ConsumerRecord<String, byte[]> record, CallId call) {
    return record.topic().equals(Topics.OUTCOMES.name())
        && switch (report(record)) {
          case Report.ToolFinished finished -> finished.call().equals(call);
          case Report.ToolFailed failed -> failed.call().equals(call);
          case Report.ApprovalNeeded needed -> needed.call().equals(call);
          case Report.ModelAnswered _,
              Report.ModelFailed _,
              Report.ApprovalExpired _,
              Report.ChangedOutside _,
              Report.DeadlineReached _ ->
              false;
        };
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
