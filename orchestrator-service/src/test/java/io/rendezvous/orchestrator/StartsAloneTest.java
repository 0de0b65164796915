package io.rendezvous.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.embedded.DynamoDbLocal;
import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Broker and tables are away at the start. */
class StartsAloneTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final int port = FreePorts.next();
  private final int broker = FreePorts.next();
  private final int tables = FreePorts.next();
  private final AtomicReference<ConfigurableApplicationContext> service = new AtomicReference<>();

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  StartsAloneTest() throws IOException {}

  @Test
  void lives_while_broker_and_tables_are_away_and_is_ready_once_both_are_there() throws Exception {
    Thread starting = start();
    try {
      await().atMost(LIMIT).until(() -> status("liveness") == 200);
      assertThat(status("readiness")).isEqualTo(503);
      try (var _ = EmbeddedBroker.start(folder.resolve("kafka"), broker, FreePorts.next())) {
        assertThat(starting.join(LIMIT)).isTrue();
        assertThat(status("liveness")).isEqualTo(200);
        assertThat(status("readiness")).isEqualTo(503);
        try (var _ =
            DynamoDbLocal.start(
                Path.of(System.getProperty("rendezvous.dynamodb-local.jars")),
                null,
                tables,
                folder.resolve("tables.log"))) {
          await().atMost(LIMIT).until(() -> status("readiness") == 200);
          service.get().close();
        }
      }
    } finally {
      service.get().close();
    }
  }

  @Test
  void a_stop_ends_the_wait_for_the_broker_at_once() throws Exception {
    Thread starting = start();
    await().atMost(LIMIT).until(() -> status("liveness") == 200);
    // What the hook of a process does when it is told to end.
    service.get().close();
    assertThat(starting.join(Duration.ofSeconds(10))).isTrue();
    assertThat(service.get().isActive()).isFalse();
  }

  private Thread start() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    ApplicationListener<ApplicationPreparedEvent> remember =
        event -> service.set(event.getApplicationContext());
    return Thread.ofPlatform()
        .start(
            () ->
                OrchestratorService.application()
                    .listeners(remember)
                    .run(
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=localhost:" + broker,
                        "--rendezvous.orchestrator.state-dir=" + folder.resolve("state"),
                        "--rendezvous.dynamodb.endpoint=http://127.0.0.1:" + tables,
                        "--rendezvous.secrets.master-key=" + key,
                        "--rendezvous.secrets.id-key=" + key));
  }

  private int status(String probe) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    } catch (ConnectException notYet) {
      return 0;
    }
  }
}
