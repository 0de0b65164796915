package io.rendezvous.systemtest.deployment;

import io.rendezvous.embedded.FreePorts;
import io.rendezvous.systemtest.client.AccessTokens;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.proxy.Links;
import io.rendezvous.systemtest.proxy.Links.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The whole product in processes of its own; whoever starts it closes it. */
public final class Deployment implements AutoCloseable {
  /** For a machine that does much else. */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final Plan plan;
  private final Map<String, String> secrets = Keys.fresh();
  private final ComposeFile compose = ComposeFile.read();
  private final @Nullable Linked linked;
  private final BrokerProcess broker;
  private final TablesProcess tables;
  private final List<ServiceProcess> services = new ArrayList<>();
  private final AtomicInteger users = new AtomicInteger();

  private Deployment(Plan plan) throws IOException {
    this.plan = plan;
    Files.createDirectories(plan.folder().resolve("logs"));
    Path folder = plan.folder();
    linked = plan.throughProxies() ? new Linked() : null;
    broker = new BrokerProcess(folder, folder.resolve("kafka"), linked);
    tables = new TablesProcess(folder, plan.tablesOnDisk() ? folder.resolve("dynamodb") : null);
  }

  /** What the plan says, not started yet. */
  public static Deployment of(Plan plan) {
    try {
      return new Deployment(plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts what the plan says, and returns once all of it is ready. */
  public static Deployment start(Plan plan) {
    Deployment deployment = of(plan);
    try {
      deployment.startParts();
      deployment.startServices();
      deployment.awaitReady();
      return deployment;
    } catch (RuntimeException | Error e) {
      deployment.close();
      throw e;
    }
  }

  /** Starts broker and tables, and returns once they serve. */
  public void startParts() {
    broker.start();
    tables.start();
    broker.awaitReady(START_LIMIT);
    tables.awaitReady(START_LIMIT);
  }

  /** Starts the services that the plan names, and does not wait. */
  public void startServices() {
    for (Service service :
        List.of(Service.CALENDAR, Service.HISTORY, Service.ORCHESTRATOR, Service.GATEWAY)) {
      for (int i = 0; i < plan.instances().getOrDefault(service, 1); i++) {
        add(service);
      }
    }
  }

  /** Returns once every service is ready. */
  public void awaitReady() {
    awaitReady(START_LIMIT);
  }

  /** The same, with a limit for each. */
  public void awaitReady(Duration limit) {
    services().forEach(service -> service.awaitReady(limit));
  }

  /** Starts one more instance beside the others, and does not wait. */
  public synchronized ServiceProcess add(Service service) {
    int index = (int) services.stream().filter(other -> other.service() == service).count();
    Path crashFile = folder().resolve("crash").resolve(service.label() + "-" + index);
    var added =
        new ServiceProcess(service, index, plan, crashFile, environment(service, index, crashFile));
    services.add(added);
    added.start();
    return added;
  }

  public BrokerProcess broker() {
    return broker;
  }

  public TablesProcess tables() {
    return tables;
  }

  /** By the order in which they were started, from 0. */
  public synchronized ServiceProcess service(Service service, int index) {
    return services.stream()
        .filter(one -> one.service() == service && one.index() == index)
        .findFirst()
        .orElseThrow();
  }

  public synchronized List<ServiceProcess> services() {
    return List.copyOf(services);
  }

  /** Everything that was started, whether it lives or not. */
  public List<OwnProcess> processes() {
    var all = new ArrayList<OwnProcess>(List.of(broker, tables));
    all.addAll(services());
    return List.copyOf(all);
  }

  /** Whether there are proxies between the parts. */
  public boolean linked() {
    return linked != null;
  }

  /**
   * The proxies between the parts.
   *
   * @throws IllegalStateException if the plan does not ask for them
   */
  public Links links() {
    if (linked == null) {
      throw new IllegalStateException("Expected a plan with proxies, but this one has none");
    }
    return linked.links();
  }

  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  public URI tablesEndpoint() {
    return tables.endpoint();
  }

  /** Stands before every table's name. */
  public String tablePrefix() {
    return "rendezvous-";
  }

  /** By the variable's name. */
  public Map<String, String> secrets() {
    return secrets;
  }

  /** All that the processes write; {@code logs} in it holds what they print. */
  public Path folder() {
    return plan.folder();
  }

  /** A user whom nobody has seen before, on the first gateway. */
  public Client newUser() {
    return client("u-test" + users.incrementAndGet(), 0);
  }

  /** This user on that gateway. */
  public Client client(String user, int gateway) {
    byte[] key = Base64.getDecoder().decode(secrets.get(Keys.TOKEN));
    return new Client(
        service(Service.GATEWAY, gateway).baseUrl().toString(), new AccessTokens(key).issue(user));
  }

  @Override
  public void close() {
    services().forEach(OwnProcess::close);
    broker.close();
    tables.close();
    if (linked != null) {
      linked.close();
    }
  }

  private Map<String, String> environment(Service service, int index, Path crashFile) {
    var variables = new LinkedHashMap<>(secrets);
    String model = plan.model();
    if (model != null) {
      variables.put("OPENAI_BASE_URL", through(service, Target.MODEL, model));
      variables.put("OPENAI_API_KEY", "scripted");
      variables.put("OPENAI_MODEL", "scripted");
      // The scripted model takes whatever comes.
      variables.put("RENDEZVOUS_MODEL_PROVIDERS_OPENAI_LIMITS_CALLS_PER_MINUTE", "10000000");
    }
    var environment = compose.environment(service, variables);
    environment.replaceAll((name, value) -> here(name, value, service, index));
    // Compose gives every container a name of its own.
    environment.put("HOSTNAME", service.label() + "-" + index);
    environment.put("JAVA_TOOL_OPTIONS", ImageFile.javaOptions());
    environment.put("RENDEZVOUS_CRASH_FILE", crashFile.toString());
    environment.putAll(plan.variables().getOrDefault(service, Map.of()));
    return environment;
  }

  /** The same address, of the proxy before it if there is one. */
  private String through(Service service, Target target, String address) {
    if (linked == null) {
      return address;
    }
    URI behind = URI.create(address);
    linked.add(service, target, behind);
    return address.replace(behind.getAuthority(), linked.before(service, target));
  }

  /** What a container's network and volumes would do. */
  private String here(String name, String value, Service service, int index) {
    return switch (name) {
      case "SPRING_KAFKA_BOOTSTRAP_SERVERS" ->
          linked == null ? bootstrapServers() : linked.before(service, Target.BROKER);
      case "RENDEZVOUS_DYNAMODB_ENDPOINT" ->
          through(service, Target.TABLES, tablesEndpoint().toString());
      case "RENDEZVOUS_CALENDAR_SERVICE_URL" ->
          through(service, Target.CALENDAR, service(Service.CALENDAR, 0).baseUrl().toString());
      case "RENDEZVOUS_ORCHESTRATOR_STATE_DIR" ->
          folder().resolve("streams").resolve(service.label() + "-" + index).toString();
      case "SERVER_ADDRESS" -> "127.0.0.1";
      case "SERVER_PORT", "MANAGEMENT_SERVER_PORT" -> Integer.toString(FreePorts.next());
      default -> value;
    };
  }
}
