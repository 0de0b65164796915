package io.rendezvous.systemtest.deployable;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;

/** The settings of a service with these variables, from its own file, without starting it. */
final class SettledService {
  private final PropertyResolver settings;

  private SettledService(PropertyResolver settings) {
    this.settings = settings;
  }

  static SettledService of(String service, Map<String, String> variables) {
    var environment = new RecordedVariables(variables).environment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("name", Map.of("spring.config.name", service)));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return new SettledService(environment);
  }

  /** Where its callers reach it. */
  int port() {
    return settings.getRequiredProperty("server.port", Integer.class);
  }

  /** Where operators reach it. */
  int managementPort() {
    return settings.getProperty("management.server.port", Integer.class, port());
  }

  /** Whether others than its own machine reach it. */
  boolean isReachable() {
    String address = settings.getProperty("server.address", "0.0.0.0");
    String management = settings.getProperty("management.server.address", address);
    return address.equals("0.0.0.0") && management.equals("0.0.0.0");
  }

  /** By what name it is known in its group, if it is. */
  Optional<String> instance() {
    return Stream.of(
            "rendezvous.orchestrator.instance",
            "rendezvous.calendar.worker.instance",
            "rendezvous.history.instance")
        .map(settings::getProperty)
        .filter(Objects::nonNull)
        .findFirst();
  }

  String get(String property) {
    return settings.getRequiredProperty(property);
  }
}
