package io.rendezvous.systemtest.deployment;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and how it differs from docker-compose.yml.
 *
 * @param folder of everything that the processes write
 * @param instances how many of each service
 * @param variables of the environment, above those of docker-compose.yml
 * @param model the address of an OpenAI-compatible server; null lets the offline assistant answer
 * @param tablesOnDisk else DynamoDB Local keeps them in memory
 * @param throughProxies whether each connection between two parts goes through a proxy of its own
 * @param crashPoints whether the services can be told to die at a named point
 */
public record Plan(
    Path folder,
    Map<Service, Integer> instances,
    Map<Service, Map<String, String>> variables,
    @Nullable String model,
    boolean tablesOnDisk,
    boolean throughProxies,
    boolean crashPoints) {

  public Plan {
    instances = Map.copyOf(instances);
    variables = Map.copyOf(variables);
  }

  /** One instance of each, tables in memory, the offline assistant, no proxies. */
  public static Plan standard(Path folder) {
    var one = new EnumMap<Service, Integer>(Service.class);
    for (Service service : Service.values()) {
      one.put(service, 1);
    }
    return new Plan(folder, one, Map.of(), null, false, false, false);
  }

  public Plan with(Service service, String variable, String value) {
    var more = new LinkedHashMap<>(variables);
    var own = new LinkedHashMap<>(variables.getOrDefault(service, Map.of()));
    own.put(variable, value);
    more.put(service, Map.copyOf(own));
    return new Plan(folder, instances, more, model, tablesOnDisk, throughProxies, crashPoints);
  }

  public Plan instances(Service service, int count) {
    var more = new EnumMap<Service, Integer>(instances);
    more.put(service, count);
    return new Plan(folder, more, variables, model, tablesOnDisk, throughProxies, crashPoints);
  }

  public Plan model(String baseUrl) {
    return new Plan(
        folder, instances, variables, baseUrl, tablesOnDisk, throughProxies, crashPoints);
  }

  public Plan withTablesOnDisk() {
    return new Plan(folder, instances, variables, model, true, throughProxies, crashPoints);
  }

  public Plan withProxies() {
    return new Plan(folder, instances, variables, model, tablesOnDisk, true, crashPoints);
  }

  public Plan withCrashPoints() {
    return new Plan(folder, instances, variables, model, tablesOnDisk, throughProxies, true);
  }
}
