package io.rendezvous.common.work;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic and a group of one test, and windows on them; closes all of it. */
final class Bench implements AutoCloseable {
  final Topic topic;
  private final String group = "group-" + UUID.randomUUID();
  private final OwnerMarks marks = new OwnerMarks(new byte[32]);
  private final Codec codec = new Codec("test");
  private final Map<String, Object> client;
  private final Admin admin;
  private final List<WorkWindow<Task>> windows = new ArrayList<>();
  final KafkaProducer<String, byte[]> producer;

  Bench(int partitions) throws Exception {
    this(partitions, TestKafka.bootstrapServers());
  }

  Bench(int partitions, String bootstrapServers) throws Exception {
    this.client = Map.of("bootstrap.servers", bootstrapServers);
    this.admin = Admin.create(client);
    this.producer = producer(Map.of("linger.ms", 5));
    this.topic =
        new Topic(
            "test-" + UUID.randomUUID(),
            partitions,
            Duration.ofDays(1),
            1024 * 1024,
            Topic.Timestamps.CREATE_TIME);
    new TopicAdmin(admin).createAndVerify(List.of(topic, topic.deadLetters()));
  }

  KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
    var settings = new HashMap<>(client);
    settings.putAll(more);
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  String group() {
    return group;
  }

  void put(int count) {
    IntStream.range(0, count).forEach(i -> put("task-" + i));
  }

  void put(String name) {
    producer.send(record(name, name));
  }

  /** Tasks of one conversation are of one key, so of one partition. */
  ProducerRecord<String, byte[]> record(String conversation, String name) {
    ConversationId id = marks.mint(new UserId("u-ana"), conversation);
    var task = new Task(id, name);
    return codec.encode(topic, id.value(), task, name, Instant.EPOCH, null);
  }

  WorkWindow<Task> start(WorkSettings settings, Work<Task> work) {
    return start("0", settings, work, WorkMetrics.NONE);
  }

  WorkWindow<Task> start(
      String instance, WorkSettings settings, Work<Task> work, WorkMetrics metrics) {
    var publisher = new Publisher(producer, codec, InstantSource.system());
    var window =
        new WorkWindow<>(
            topic, Task.class, group, instance, client, settings, work, publisher, metrics);
    windows.add(window);
    window.start();
    return window;
  }

  /** How many offsets the group is behind, over all partitions; each must have a commit. */
  long lag() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    var ends =
        admin
            .listOffsets(
                partitions().stream()
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
            .all()
            .get();
    return partitions().stream()
        .mapToLong(
            partition -> {
              OffsetAndMetadata offset = committed.get(partition);
              return ends.get(partition).offset() - (offset == null ? -1 : offset.offset());
            })
        .sum();
  }

  Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
    return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
  }

  /** All dead letters that are there now. */
  List<ConsumerRecord<String, byte[]>> deadLetters() {
    var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
    try (var consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          IntStream.range(0, topic.partitions())
              .mapToObj(i -> new TopicPartition(topic.deadLetters().name(), i))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
      }
    }
    return letters;
  }

  private List<TopicPartition> partitions() {
    return IntStream.range(0, topic.partitions())
        .mapToObj(i -> new TopicPartition(topic.name(), i))
        .toList();
  }

  @Override
  public void close() {
    windows.forEach(WorkWindow::close);
    producer.close();
    admin.close();
  }
}
