package io.rendezvous.testsupport;

import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** One Kafka for a test JVM: a container where Docker answers, else a real broker in this JVM. */
public final class TestKafka {
  private TestKafka() {}

  /** Starts it when first asked; every topic of the product is there. */
  public static String bootstrapServers() {
    return Holder.BOOTSTRAP_SERVERS;
  }

  private static final class Holder {
    static final String BOOTSTRAP_SERVERS = start();
  }

  private static String start() {
    try {
      String servers =
          DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
      try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
        new TopicAdmin(admin).createAndVerify(Topics.ALL);
      }
      return servers;
    } catch (IOException | ExecutionException e) {
      throw new IllegalStateException("Expected a Kafka for tests, but it did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected a Kafka for tests, but was interrupted", e);
    }
  }

  /** The container is removed when this JVM ends. */
  @SuppressWarnings("resource")
  private static String container() {
    var kafka = new KafkaContainer("apache/kafka:4.2.1");
    kafka.start();
    return kafka.getBootstrapServers();
  }

  private static String embedded() throws IOException {
    var broker =
        EmbeddedBroker.start(
            Files.createTempDirectory("test-kafka"), FreePorts.next(), FreePorts.next());
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    return broker.bootstrapServers();
  }
}
