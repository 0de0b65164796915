package io.rendezvous.gateway;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.security.TokenIssuer;
import io.rendezvous.testsupport.TestDynamoDb;
import io.rendezvous.testsupport.TestKafka;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.jetty.JettyWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway on the real broker and tables; the tests play the decider and the projection. */
final class Gateway implements AutoCloseable {
  static final String PREFIX = "gateway-test-";
  private static final AtomicInteger USERS = new AtomicInteger();

  private final ConfigurableApplicationContext context;

  private Gateway(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** The one that most tests share. */
  static Gateway shared() {
    return Shared.GATEWAY;
  }

  static Gateway start(String... arguments) {
    var started = startUnready(TestKafka.bootstrapServers(), arguments);
    var client = started.client(null);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> client.get("/healthz").statusCode() == 200);
    return started;
  }

  static Gateway startUnready(String bootstrapServers, String... arguments) {
    var all = new LinkedHashMap<String, String>();
    all.put("--server.port", "0");
    all.put("--management.server.port", "0");
    all.put("--spring.kafka.bootstrap-servers", bootstrapServers);
    all.put("--rendezvous.dynamodb.endpoint", TestDynamoDb.settings(PREFIX).endpoint().toString());
    all.put("--rendezvous.dynamodb.table-prefix", PREFIX);
    for (String key : List.of("master-key", "id-key", "token-key", "service-key")) {
      all.put("--rendezvous.secrets." + key, Base64.getEncoder().encodeToString(new byte[32]));
    }
    // The machine that runs the tests may be busy; a test of this limit sets its own.
    all.put("--rendezvous.preferences.read-limit", "5s");
    for (String argument : arguments) {
      all.put(
          argument.substring(0, argument.indexOf('=')),
          argument.substring(argument.indexOf('=') + 1));
    }
    Tables.create();
    return new Gateway(
        GatewayService.application()
            .run(
                all.entrySet().stream()
                    .map(argument -> argument.getKey() + "=" + argument.getValue())
                    .toArray(String[]::new)));
  }

  static UserId newUser() {
    return new UserId("u-test" + USERS.incrementAndGet());
  }

  static Vault vault() {
    return Shared.VAULT;
  }

  static OwnerMarks marks() {
    return new OwnerMarks(new byte[32]);
  }

  static ConversationId newConversation(UserId user) {
    return marks().mint(user, UUID.randomUUID().toString());
  }

  Client client(UserId user) {
    return new Client(URI.create("http://localhost:" + port()), user == null ? null : token(user));
  }

  Client clientWith(String token) {
    return new Client(URI.create("http://localhost:" + port()), token);
  }

  Client management() {
    var port = context.getEnvironment().getProperty("local.management.port");
    return new Client(URI.create("http://localhost:" + port), null);
  }

  String token(UserId user) {
    return context.getBean(TokenIssuer.class).issue(user, Duration.ofMinutes(10));
  }

  String token(UserId user, Duration lifetime) {
    return context.getBean(TokenIssuer.class).issue(user, lifetime);
  }

  /** How many connections the server holds. */
  int connections() {
    var server = (JettyWebServer) ((ServletWebServerApplicationContext) context).getWebServer();
    return server.getServer().getConnectors()[0].getConnectedEndPoints().size();
  }

  int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }

  private static final class Shared {
    static final Vault VAULT = TestDynamoDb.vault(PREFIX);
    static final CalendarStandIn CALENDAR = CalendarStandIn.start();
    static final Gateway GATEWAY =
        start(
            "--rendezvous.calendar-service.url=" + CALENDAR.url(),
            "--rendezvous.prompts.audio-hosts=audio.example.com,*.cdn.example.com",
            "--rendezvous.streams.heartbeat=300ms",
            "--rendezvous.prompts.answer-wait=1s",
            "--rendezvous.tail.sweep-every=200ms",
            "--server.jetty.connection-idle-timeout=2s",
            "--rendezvous.server.stall=2s");
  }

  static CalendarStandIn calendar() {
    return Shared.CALENDAR;
  }
}
