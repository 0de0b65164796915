package io.rendezvous.systemtest.scripted;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.KeptConnection;
import io.rendezvous.systemtest.http.Received;
import io.rendezvous.systemtest.process.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The scripted model in a JVM of its own; it ends with this one. */
public final class ModelProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<String> SMALL =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

  private final ChildProcess child;

  private ModelProcess(ChildProcess child) {
    this.child = child;
  }

  /** Starts on a free port and returns once it answers. */
  public static ModelProcess start(Path log, Script script) throws InterruptedException {
    return new ModelProcess(
        ChildProcess.start(
            ScriptedModel.class, log, SMALL, "0", Json.MAPPER.writeValueAsString(script)));
  }

  /** What goes into OPENAI_BASE_URL. */
  public String baseUrl() {
    return child.address() + "/v1";
  }

  public URI address() {
    return child.address();
  }

  public long pid() {
    return child.pid();
  }

  /** From now on it behaves like this. */
  public void follow(Script script) throws IOException {
    call("PUT", "/control", Json.MAPPER.writeValueAsString(script));
  }

  /** How often it was asked in all. */
  public long requests() throws IOException {
    return call("GET", "/stats", "").path("requests").asLong();
  }

  /** How many tokens its answers took in all. */
  public long tokens() throws IOException {
    return call("GET", "/stats", "").path("tokens").asLong();
  }

  /** How many answers are under way. */
  public int open() throws IOException {
    return call("GET", "/stats", "").path("open").asInt();
  }

  /** How often it was asked for one turn, by what {@code #turn:} named it. */
  public int requests(String turn) throws IOException {
    return turn(turn).path("requests").asInt();
  }

  /** How many of those were for a place in the turn that it had been asked for before. */
  public int repeats(String turn) throws IOException {
    JsonNode account = turn(turn);
    return account.path("requests").asInt() - account.path("rounds").asInt();
  }

  /** How large the turn's last request was. */
  public int requestBytes(String turn) throws IOException {
    return turn(turn).path("bytes").asInt();
  }

  private JsonNode turn(String turn) throws IOException {
    return call("GET", "/turns/" + URLEncoder.encode(turn, StandardCharsets.UTF_8), "");
  }

  private JsonNode call(String method, String path, String body) throws IOException {
    try (var connection = KeptConnection.open(child.address(), PATIENCE)) {
      Received answer = connection.send(method, path, Map.of(), body);
      return Json.MAPPER.readTree(answer.rest());
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
