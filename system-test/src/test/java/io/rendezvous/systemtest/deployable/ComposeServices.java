package io.rendezvous.systemtest.deployable;

import io.rendezvous.systemtest.deployable.YamlFile.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** What docker-compose.yml says. */
final class ComposeServices {
  private ComposeServices() {}

  static Node file() {
    return YamlFile.read("docker-compose.yml").getFirst();
  }

  static Node service(String name) {
    return file().get("services", name);
  }

  /** The variables as they are written: what Compose would put in stays out. */
  static Map<String, String> environment(String service) {
    var environment = new LinkedHashMap<String, String>();
    service(service)
        .get("environment")
        .map()
        .forEach((name, value) -> environment.put(name.toString(), value.toString()));
    return environment;
  }
}
