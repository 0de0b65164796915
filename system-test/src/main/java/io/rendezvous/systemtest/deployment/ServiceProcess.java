package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One instance of a service, started from its built jar. */
public final class ServiceProcess extends OwnProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Under thousands of turns at once, metrics come all the same, but late. */
  private static final Duration METRICS_PATIENCE = Duration.ofSeconds(60);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private final Service service;
  private final int index;
  private final Path crashFile;
  private final boolean crashPoints;
  private final Map<String, String> environment;

  ServiceProcess(
      Service service, int index, Plan plan, Path crashFile, Map<String, String> environment) {
    super(service.label() + "-" + index, plan.folder());
    this.service = service;
    this.index = index;
    this.crashFile = crashFile;
    this.crashPoints = plan.crashPoints();
    this.environment = Map.copyOf(environment);
  }

  public Service service() {
    return service;
  }

  public int index() {
    return index;
  }

  /** What tells this process where to die, if the plan has crash points. */
  public Path crashFile() {
    return crashFile;
  }

  /** Where its callers reach it. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + environment.get("SERVER_PORT"));
  }

  /** Where operators reach it. */
  public URI managementUrl() {
    String own = environment.get("MANAGEMENT_SERVER_PORT");
    return own == null ? baseUrl() : URI.create("http://127.0.0.1:" + own);
  }

  @Override
  List<String> command() throws IOException {
    var command = new ArrayList<String>();
    command.add(Checkout.JAVA.toString());
    if (crashPoints) {
      command.add("-javaagent:" + Checkout.crashPoints());
    }
    command.add("-jar");
    command.add(ExtractedJar.of(service).toString());
    return command;
  }

  @Override
  Map<String, String> environment() {
    return environment;
  }

  /** Whether it takes work. */
  @Override
  public boolean isReady() {
    return isUp("/actuator/health/readiness");
  }

  /** Whether it need not be restarted. */
  public boolean isLive() {
    return isUp("/actuator/health/liveness");
  }

  /** What Prometheus reads. */
  public String metrics() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("/actuator/prometheus", METRICS_PATIENCE);
    if (answer.statusCode() != 200) {
      throw new IOException("Expected metrics of " + name() + ", but " + answer.statusCode());
    }
    return answer.body();
  }

  private boolean isUp(String path) {
    try {
      return get(path, PATIENCE).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResponse<String> get(String path, Duration patience)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(managementUrl().resolve(path)).timeout(patience).GET().build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
