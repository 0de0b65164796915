package io.rendezvous.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** A real single-node KRaft broker in this JVM; its data stay in a folder over restarts. */
public final class EmbeddedBroker implements AutoCloseable {
  /** 22 characters of URL-safe base64, as Kafka wants them; one folder is one cluster. */
  private static final String CLUSTER_ID = "cmVuZGV6dm91cy1sb2NhbA";

  private final KafkaRaftServer server;
  private final int port;

  private EmbeddedBroker(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts and returns once the broker serves.
   *
   * @param data the folder of its logs, made and formatted if it is new
   * @param port for clients, on the loopback address
   * @param controllerPort for the controller, on the loopback address
   */
  public static EmbeddedBroker start(Path data, int port, int controllerPort) throws IOException {
    return start(data, port, controllerPort, Map.of());
  }

  /**
   * The same, with settings of the broker that come before its own.
   *
   * @param above by Kafka's names
   */
  public static EmbeddedBroker start(
      Path data, int port, int controllerPort, Map<String, String> above) throws IOException {
    Files.createDirectories(data);
    Properties settings = settings(data, port, controllerPort);
    settings.putAll(above);
    format(settings);
    var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    server.startup();
    return new EmbeddedBroker(server, port);
  }

  public String bootstrapServers() {
    return "localhost:" + port;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static Properties settings(Path data, int port, int controllerPort) {
    var settings = new Properties();
    settings.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            "1",
            "controller.quorum.voters",
            "1@localhost:" + controllerPort,
            "listeners",
            "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort,
            "advertised.listeners",
            "PLAINTEXT://localhost:" + port,
            "controller.listener.names",
            "CONTROLLER",
            "log.dirs",
            data.toAbsolutePath().toString(),
            "auto.create.topics.enable",
            "false"));
    settings.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            // A year: a machine asleep for weeks must not repeat paid calls.
            "offsets.retention.minutes", "525600",
            // Few internal partitions: a faster start, fewer files.
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.num.partitions", "4"));
    settings.putAll(
        Map.of(
            // After a kill the broker waits for its own old session.
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "1000",
            "group.initial.rebalance.delay.ms", "0",
            "group.min.session.timeout.ms", "2000",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            // A transaction that follows at once need not wait 20 ms for the end of the last.
            "add.partitions.to.txn.retry.backoff.ms", "1",
            "num.recovery.threads.per.data.dir", "2",
            "log.cleaner.dedupe.buffer.size", "16777216"));
    settings.putAll(
        Map.of(
            // One machine, one user: little work for many threads.
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.index.size.max.bytes", "1048576"));
    return settings;
  }

  /** As {@code kafka-storage format} does; a formatted folder stays as it is. */
  private static void format(Properties settings) throws IOException {
    Path file = Files.createTempFile("broker", ".properties");
    try {
      try (var out = Files.newOutputStream(file)) {
        settings.store(out, null);
      }
      var said = new ByteArrayOutputStream();
      int exit =
          StorageTool.execute(
              new String[] {
                "format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()
              },
              new PrintStream(said, true, StandardCharsets.UTF_8));
      if (exit != 0) {
        throw new IOException(
            "Expected to format the broker's folder, but: "
                + said.toString(StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
  }
}
