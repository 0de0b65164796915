package io.rendezvous.standalone;

import io.rendezvous.calendar.CalendarService;
import io.rendezvous.gateway.GatewayService;
import io.rendezvous.history.HistoryService;
import io.rendezvous.orchestrator.OrchestratorService;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The four services, each a Spring context of its own with settings of this run. */
final class Services {
  private final Part<ConfigurableApplicationContext> calendar;
  private final Part<ConfigurableApplicationContext> orchestrator;
  private final Part<ConfigurableApplicationContext> history;
  private final Part<ConfigurableApplicationContext> gateway;

  Services(
      Settings settings, DataFolder data, Secrets secrets, String bootstrapServers, URI tables) {
    var shared = new LinkedHashMap<String, String>();
    shared.put("spring.kafka.bootstrap-servers", bootstrapServers);
    shared.put("rendezvous.dynamodb.endpoint", tables.toString());
    shared.putAll(secrets.properties());
    Map<String, String> internal = Map.of("server.port", "0", "server.address", "127.0.0.1");
    Map<String, String> above = settings.properties();
    calendar = part("calendar", CalendarService.application(), shared, internal, above);
    history = part("history", HistoryService.application(), shared, internal, above);
    orchestrator =
        part(
            "orchestrator",
            OrchestratorService.application(),
            shared,
            internal,
            Map.of("rendezvous.orchestrator.state-dir", data.streams().toString()),
            above);
    gateway =
        new Part<>(
            "gateway",
            () ->
                run(
                    GatewayService.application(),
                    shared,
                    Map.of(
                        "server.port",
                        Integer.toString(settings.port()),
                        "rendezvous.gateway.calendar-service",
                        "http://127.0.0.1:" + port(calendar)),
                    above));
  }

  Part<ConfigurableApplicationContext> calendar() {
    return calendar;
  }

  Part<ConfigurableApplicationContext> orchestrator() {
    return orchestrator;
  }

  Part<ConfigurableApplicationContext> history() {
    return history;
  }

  Part<ConfigurableApplicationContext> gateway() {
    return gateway;
  }

  int gatewayPort() {
    return port(gateway);
  }

  String model() {
    return "x";
  }

  @SafeVarargs
  private static Part<ConfigurableApplicationContext> part(
      String name, SpringApplicationBuilder application, Map<String, String>... properties) {
    return new Part<>(name, () -> run(application, properties));
  }

  /** Arguments, since nothing in the environment comes before them; the last map wins. */
  @SafeVarargs
  private static ConfigurableApplicationContext run(
      SpringApplicationBuilder application, Map<String, String>... properties) {
    var all = new LinkedHashMap<String, String>();
    for (Map<String, String> some : properties) {
      all.putAll(some);
    }
    return application.run(
        all.entrySet().stream()
            .map(property -> "--" + property.getKey() + "=" + property.getValue())
            .toArray(String[]::new));
  }

  private static int port(Part<ConfigurableApplicationContext> service) {
    return service.get().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
