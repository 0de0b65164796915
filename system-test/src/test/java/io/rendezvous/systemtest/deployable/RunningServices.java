package io.rendezvous.systemtest.deployable;

import static org.awaitility.Awaitility.await;

import io.rendezvous.calendar.CalendarService;
import io.rendezvous.common.id.UserId;
import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import io.rendezvous.gateway.GatewayService;
import io.rendezvous.gateway.security.TokenIssuer;
import io.rendezvous.history.HistoryService;
import io.rendezvous.orchestrator.OrchestratorService;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.deployment.Providers;
import io.rendezvous.testsupport.TestDynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The four services with the variables that Compose and Kubernetes give them, and that the
 * documentation tells of: the names are theirs, the values those of this machine. Started once,
 * ended with the JVM.
 */
final class RunningServices {
  static final List<String> NAMES = List.of("calendar", "history", "orchestrator", "gateway");

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final EmbeddedBroker broker;
  private final Path folder;
  private final Map<String, RecordedVariables> variables = new HashMap<>();
  private final Map<String, ConfigurableApplicationContext> contexts = new LinkedHashMap<>();

  private RunningServices(Path folder) throws IOException {
    this.folder = folder;
    broker = EmbeddedBroker.start(folder.resolve("kafka"), FreePorts.next(), FreePorts.next());
    NAMES.forEach(this::start);
    String healthz = baseUrl("gateway") + "/healthz";
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .until(() -> new Client(healthz, "").get("").status() == 200);
  }

  static RunningServices get() {
    return Holder.SERVICES;
  }

  private void start(String name) {
    var given = new LinkedHashMap<>(ComposeServices.environment(name));
    Manifests.environment(name).forEach(given::putIfAbsent);
    DocumentedSettings.of(name).forEach(given::putIfAbsent);
    given.replaceAll((variable, written) -> here(variable, written, name));
    var recorded = new RecordedVariables(given);
    variables.put(name, recorded);
    contexts.put(name, application(name).environment(recorded.environment()).run());
  }

  private static SpringApplicationBuilder application(String name) {
    return switch (name) {
      case "gateway" -> GatewayService.application();
      case "orchestrator" -> OrchestratorService.application();
      case "calendar" -> CalendarService.application();
      case "history" -> HistoryService.application();
      default -> throw new IllegalArgumentException("Expected a service, but found " + name);
    };
  }

  /** The value that a variable has on this machine. */
  private String here(String variable, String written, String service) {
    return switch (variable) {
      case "SPRING_KAFKA_BOOTSTRAP_SERVERS" -> broker.bootstrapServers();
      case "RENDEZVOUS_DYNAMODB_ENDPOINT" -> TestDynamoDb.settings("").endpoint().toString();
      case "RENDEZVOUS_DYNAMODB_TABLE_PREFIX" -> "deployable-";
      case "RENDEZVOUS_CALENDAR_SERVICE_URL" -> baseUrl("calendar");
      case "RENDEZVOUS_ORCHESTRATOR_STATE_DIR" -> folder.resolve("streams").toString();
      case "SERVER_ADDRESS" -> "127.0.0.1";
      case "SERVER_PORT", "MANAGEMENT_SERVER_PORT" -> "0";
      case "RENDEZVOUS_SECURITY_CORS_ORIGINS" -> "https://app.example";
      default -> {
        // Nobody outside is to be asked: the offline assistant answers.
        boolean outside = Providers.isAboutOne(variable) || variable.startsWith("GOOGLE_");
        String otherwise = outside ? " " : written;
        yield variable.startsWith("RENDEZVOUS_SECRETS_") ? KEY : otherwise;
      }
    };
  }

  private String baseUrl(String service) {
    return url(service, "local.server.port");
  }

  private String url(String service, String port) {
    var context = contexts.get(service);
    if (context == null) {
      throw new IllegalStateException("Expected " + service + " to run, but it does not yet");
    }
    return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port);
  }

  /** The variables of a service that it never looked at. */
  Set<String> unread(String service) {
    RecordedVariables given = variables.get(service);
    var unread = new TreeSet<>(given.keySet());
    unread.removeAll(given.read());
    return unread;
  }

  /** What Prometheus reads. */
  String metrics(String service) throws IOException, InterruptedException {
    String port = service.equals("gateway") ? "local.management.port" : "local.server.port";
    return new Client(url(service, port), "").get("/actuator/prometheus").body();
  }

  Client newUser(String name) {
    var issuer = contexts.get("gateway").getBean(TokenIssuer.class);
    return new Client(baseUrl("gateway"), issuer.issue(new UserId(name), Duration.ofMinutes(10)));
  }

  private void close() {
    contexts.values().stream().toList().reversed().forEach(ConfigurableApplicationContext::close);
    broker.close();
  }

  private static final class Holder {
    static final RunningServices SERVICES = start();

    private static RunningServices start() {
      try {
        var services = new RunningServices(Files.createTempDirectory("deployable"));
        Runtime.getRuntime().addShutdownHook(new Thread(services::close));
        return services;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
