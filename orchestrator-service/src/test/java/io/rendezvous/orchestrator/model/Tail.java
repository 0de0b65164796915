package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Report;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that workers have written, as it comes. */
final class Tail implements AutoCloseable {
  private final List<ConsumerRecord<String, byte[]>> records = new CopyOnWriteArrayList<>();
  private volatile boolean closed;
  private final Thread thread = Thread.ofVirtual().start(this::run);

  private void run() {
    Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Stream.of(Topics.OUTCOMES, Topics.REPLY_DELTAS, Topics.MODEL_CALLS.deadLetters())
              .flatMap(Tail::partitions)
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        consumer.poll(Duration.ofMillis(50)).forEach(records::add);
      }
    }
  }

  private static Stream<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition));
  }

  Stream<ConsumerRecord<String, byte[]>> records(Topic topic) {
    return records.stream().filter(record -> record.topic().equals(topic.name()));
  }

  List<Report> reports(AskId ask) {
    return records(Topics.OUTCOMES)
        .flatMap(record -> decode(record, Command.class))
        .flatMap(
            command ->
                switch (command) {
                  case Report.ModelAnswered answered when answered.ask().equals(ask) ->
                      Stream.of(answered);
                  case Report.ModelFailed failed when failed.ask().equals(ask) -> Stream.of(failed);
                  default -> Stream.<Report>empty();
                })
        .toList();
  }

  List<ReplyDelta> deltas(AskId ask) {
    return records(Topics.REPLY_DELTAS)
        .flatMap(record -> decode(record, ReplyDelta.class))
        .filter(delta -> delta.ask().equals(ask))
        .toList();
  }

  /** Other tests on the same broker write what cannot be read. */
  private static <T> Stream<T> decode(ConsumerRecord<String, byte[]> record, Class<T> kind) {
    try {
      return Stream.of(Codec.decode(record.headers(), record.value(), kind));
    } catch (UnreadableRecord skipped) {
      return Stream.empty();
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
