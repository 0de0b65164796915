package io.rendezvous.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.embedded.EmbeddedBroker;
import io.rendezvous.embedded.FreePorts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarServiceTest {
  @Test
  void lives_without_a_broker_and_is_ready_once_there_is_one(@TempDir Path data) throws Exception {
    int port = FreePorts.next();
    try (var service = RunningService.start("localhost:" + port, "without-broker-")) {
      assertThat(service.get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
      assertThat(service.isReady()).isFalse();
      try (var _ = EmbeddedBroker.start(data, port, FreePorts.next())) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(service::isReady);
        service.close();
      }
    }
  }

  @Test
  void says_that_the_tables_are_away() throws Exception {
    URI nobody = URI.create("http://127.0.0.1:" + FreePorts.next());
    String broker = "localhost:" + FreePorts.next();
    try (var service = RunningService.start(broker, nobody, "without-tables-")) {
      String token = RunningService.token(TestCalls.newUser());
      var response = service.get("/internal/calendars/personal/events", token);
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("CALENDAR_ERROR").doesNotContain("127.0.0.1");
    }
  }

  @Test
  void does_not_start_without_its_keys() {
    assertThatThrownBy(() -> CalendarService.application().run("--server.port=0"))
        .rootCause()
        .hasMessageContaining("rendezvous.secrets.master-key")
        .hasMessageContaining("not set");
    assertThatThrownBy(
            () ->
                CalendarService.application()
                    .run("--server.port=0", "--rendezvous.secrets.master-key=c2hvcnQ="))
        .rootCause()
        .hasMessageContaining("32 bytes, but it has 5 bytes");
  }
}
