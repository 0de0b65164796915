package io.rendezvous.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.testsupport.TestKafka;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, on a real broker, and the log that it follows. */
public final class RunningHistory implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers",
              TestKafka.bootstrapServers(),
              "transactional.id",
              "decider-" + UUID.randomUUID(),
              "max.request.size",
              Topics.MAX_RECORD_BYTES),
          new StringSerializer(),
          new ByteArraySerializer());

  public RunningHistory(URI dynamoDb, String tablePrefix) {
    producer.initTransactions();
    this.context =
        HistoryService.application()
            .run(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "--rendezvous.dynamodb.endpoint=" + dynamoDb,
                "--rendezvous.dynamodb.table-prefix=" + tablePrefix,
                "--spring.kafka.consumer.fetch-max-wait=200ms",
                "--rendezvous.history.retry.first=100ms",
                "--rendezvous.history.retry.most=500ms",
                "--rendezvous.secrets.id-key="
                    + Base64.getEncoder().encodeToString(ConversationLog.ID_KEY));
  }

  public long write(Decision decision) throws ExecutionException, InterruptedException {
    return write(Records.written(decision));
  }

  public long write(ProducerRecord<String, byte[]> record)
      throws ExecutionException, InterruptedException {
    producer.beginTransaction();
    var written = producer.send(record);
    producer.commitTransaction();
    return written.get().offset();
  }

  /** What an actuator endpoint answers; a health that is not up is 503, with the same body. */
  public String actuator(String endpoint) throws IOException, InterruptedException {
    String port = context.getEnvironment().getRequiredProperty("local.management.port");
    var uri = URI.create("http://127.0.0.1:" + port + "/actuator/" + endpoint);
    return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString(UTF_8))
        .body();
  }

  /** All dead letters of {@code history} so far. */
  public static List<ConsumerRecord<String, byte[]>> deadLetters() {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", TestKafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor("history-dlt").stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long missing = consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
      var letters = new ArrayList<ConsumerRecord<String, byte[]>>();
      while (letters.size() < missing) {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
      }
      return letters;
    }
  }

  @Override
  public void close() {
    producer.close();
    context.close();
  }
}
