package io.rendezvous.standalone;

import io.rendezvous.calendar.CalendarService;
import io.rendezvous.gateway.GatewayService;
import io.rendezvous.history.HistoryService;
import io.rendezvous.orchestrator.OrchestratorService;
import io.rendezvous.orchestrator.model.ModelChoice;
import java.io.IOException;
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
    // The only instance of each, whatever the machine is called today.
    shared.put("rendezvous.orchestrator.instance", "local");
    shared.put("rendezvous.calendar.worker.instance", "local");
    shared.put("rendezvous.history.instance", "local");
    Map<String, String> internal = Map.of("server.port", "0", "server.address", "127.0.0.1");
    Map<String, String> above = settings.properties();
    calendar =
        part(
            "calendar",
            CalendarService.class,
            CalendarService.application(),
            shared,
            internal,
            above);
    history =
        part(
            "history", HistoryService.class, HistoryService.application(), shared, internal, above);
    orchestrator =
        part(
            "orchestrator",
            OrchestratorService.class,
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
                    GatewayService.class,
                    GatewayService.application(),
                    shared,
                    gatewayProperties(settings.port()),
                    above));
  }

  private Map<String, String> gatewayProperties(int port) {
    return Map.of(
        "server.port",
        Integer.toString(port),
        "management.server.port",
        "0",
        "management.server.address",
        "127.0.0.1",
        "rendezvous.calendar-service.url",
        "http://127.0.0.1:" + port(calendar));
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

  /** Which model answers, for people. */
  String model() {
    ModelChoice choice = orchestrator.get().getBean(ModelChoice.class);
    return choice.providers().isEmpty()
        ? "offline assistant — set GEMINI_API_KEY or another provider's to use a model"
        : choice.serving().provider() + " " + choice.serving().model();
  }

  @SafeVarargs
  private static Part<ConfigurableApplicationContext> part(
      String name,
      Class<?> service,
      SpringApplicationBuilder application,
      Map<String, String>... properties) {
    return new Part<>(name, () -> run(service, application, properties));
  }

  /** Arguments, since nothing in the environment comes before them; the last map wins. */
  @SafeVarargs
  private static ConfigurableApplicationContext run(
      Class<?> service, SpringApplicationBuilder application, Map<String, String>... properties)
      throws IOException, InterruptedException {
    var all = new LinkedHashMap<String, String>();
    for (Map<String, String> some : properties) {
      all.putAll(some);
    }
    // Named, since the log of all four is one.
    application.main(service);
    ConfigurableApplicationContext context =
        application.run(
            all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    try {
      Readiness.await(context);
      return context;
    } catch (IOException | InterruptedException | RuntimeException e) {
      context.close();
      throw e;
    }
  }

  private static int port(Part<ConfigurableApplicationContext> service) {
    return service.get().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
