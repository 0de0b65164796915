package io.rendezvous.systemtest.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import io.rendezvous.systemtest.records.TopicReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker that is reached through a proxy only. */
class LostAnswersTest {
  private static final short PRODUCE = 0;
  private static final short END_TXN = 26;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static TcpProxy proxy;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() throws Exception {
    int port = FreePorts.next();
    proxy = TcpProxy.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var advertised = Map.of("advertised.listeners", "PLAINTEXT://localhost:" + proxy.port());
    broker = EmbeddedBroker.start(folder, port, FreePorts.next(), advertised);
    try (var admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      new TopicAdmin(admin).createAndVerify(List.of(Topics.CONTROL, Topics.PROMPTS));
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
    proxy.close();
  }

  @Test
  void a_producer_whose_acknowledgement_is_lost_retries_and_nothing_is_lost_or_doubled()
      throws Exception {
    try (var producer = producer(Map.of())) {
      producer.send(new ProducerRecord<>("control", "0")).get();
      for (int i = 1; i <= 5; i++) {
        var lost = proxy.loseAnswerOf(PRODUCE);
        producer.send(new ProducerRecord<>("control", "" + i)).get();
        assertThat(lost).isDone();
      }
    }
    assertThat(values("control")).containsExactlyElementsOf(numbers(6));
  }

  @Test
  void a_commit_whose_answer_is_lost_is_committed_once() {
    try (var producer = producer(Map.of("transactional.id", "lost-commit"))) {
      producer.initTransactions();
      for (int i = 0; i < 3; i++) {
        producer.beginTransaction();
        var _ = producer.send(new ProducerRecord<>("prompts", 0, "key", "" + i));
        var lost = proxy.loseAnswerOf(END_TXN);
        producer.commitTransaction();
        assertThat(lost).isDone();
      }
    }
    await().atMost(PATIENCE).until(() -> values("prompts").count() == 3);
    assertThat(values("prompts")).containsExactlyElementsOf(numbers(3));
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static Stream<String> values(String topic) {
    return TopicReader.of(servers()).committed(topic).stream()
        .map(record -> new String(record.value()));
  }

  private static String servers() {
    return "localhost:" + proxy.port();
  }

  private static KafkaProducer<String, String> producer(Map<String, Object> more) {
    var settings = new HashMap<String, Object>(more);
    settings.put("bootstrap.servers", servers());
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }
}
