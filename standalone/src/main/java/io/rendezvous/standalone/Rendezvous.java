package io.rendezvous.standalone;

import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.embedded.DynamoDbLocal;
import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The whole product in this JVM, but for DynamoDB Local, which is a process of its own. */
public final class Rendezvous implements AutoCloseable {
  private final Stages stages;
  private final Part<EmbeddedBroker> broker;
  private final Part<DynamoDbLocal> tables;
  private final Services services;
  private final String demoToken;

  private Rendezvous(
      Stages stages,
      Part<EmbeddedBroker> broker,
      Part<DynamoDbLocal> tables,
      Services services,
      String demoToken) {
    this.stages = stages;
    this.broker = broker;
    this.tables = tables;
    this.services = services;
    this.demoToken = demoToken;
  }

  /**
   * Starts everything and returns once the gateway answers.
   *
   * @throws RunFailure if it cannot run; nothing is left running then
   */
  public static Rendezvous start(Settings settings) throws RunFailure, InterruptedException {
    return start(settings, DataFolder.take(settings.data()), (_, _) -> {});
  }

  static Rendezvous start(Settings settings, DataFolder data, Progress progress)
      throws RunFailure, InterruptedException {
    var stages = new Stages(progress);
    try {
      stages.hold(Part.running("data folder", data));
      GatewayPort.requireFree(settings.port());
      Secrets secrets = Secrets.of(data);
      var broker =
          new Part<>(
              "broker",
              () -> EmbeddedBroker.start(data.kafka(), FreePorts.next(), FreePorts.next()));
      var tables = new Part<>("tables", () -> startTables(settings, data));
      stages.start(broker, tables);
      stages.start(new Part<>("topics", () -> createTopics(broker.get())));
      var services =
          new Services(
              settings, data, secrets, broker.get().bootstrapServers(), tables.get().endpoint());
      stages.start(services.calendar(), services.orchestrator(), services.history());
      stages.start(services.gateway());
      return new Rendezvous(
          stages, broker, tables, services, DemoUser.welcome(services.gateway().get(), data));
    } catch (RunFailure | InterruptedException | RuntimeException e) {
      stages.close();
      throw e;
    }
  }

  /** Where the gateway answers, without a slash at the end. */
  public String baseUrl() {
    return "http://localhost:" + services.gatewayPort();
  }

  /** A bearer token of the demo user. */
  public String demoToken() {
    return demoToken;
  }

  public String bootstrapServers() {
    return broker.get().bootstrapServers();
  }

  public URI tablesEndpoint() {
    return tables.get().endpoint();
  }

  /** Which model answers, for people. */
  String model() {
    return services.model();
  }

  /** Returns never: waits for what must not end, or for an interrupt. */
  void awaitFailure() throws RunFailure, InterruptedException {
    try {
      tables.get().ended().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected to watch DynamoDB Local, but could not", e);
    }
    throw new RunFailure(
        "DynamoDB Local ended by itself; logs/dynamodb-local.log in the data folder may tell why.");
  }

  /** Stops in order: the gateway first, the broker last. */
  @Override
  public void close() {
    stages.close();
  }

  private static DynamoDbLocal startTables(Settings settings, DataFolder data)
      throws IOException, InterruptedException {
    Files.createDirectories(data.logs());
    return DynamoDbLocal.start(
        settings.dynamoDbJars(),
        data.dynamoDb(),
        FreePorts.next(),
        data.logs().resolve("dynamodb-local.log"));
  }

  private static AutoCloseable createTopics(EmbeddedBroker broker)
      throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicAdmin(admin).createAndVerify(Topics.ALL);
    }
    return () -> {};
  }
}
