package io.rendezvous.systemtest.deployment;

import java.util.Locale;

/** The services, as docker-compose.yml names them. */
public enum Service {
  GATEWAY,
  ORCHESTRATOR,
  CALENDAR,
  HISTORY;

  /** As in docker-compose.yml. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String module() {
    return label() + "-service";
  }
}
