package io.rendezvous.testsupport.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A server that behaves as the reference of Google's Calendar API says, with an account for each
 * token, and faults as it is told.
 */
public final class ScriptedGoogle implements AutoCloseable {
  private static final int BACKLOG = 4_000;
  private static final int FLOOD_CHUNKS = 20_000;

  private final HttpServer server;
  private final Map<String, GoogleAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final List<GoogleRequest> requests = new CopyOnWriteArrayList<>();
  private volatile Runnable beforeEach = () -> {};
  private final CountDownLatch closed = new CountDownLatch(1);

  private final UnaryOperator<String> subjects;

  private ScriptedGoogle(HttpServer server, UnaryOperator<String> subjects) {
    this.server = server;
    this.subjects = subjects;
  }

  /** Each access token is for an account of its own. */
  public static ScriptedGoogle start() {
    return start(UnaryOperator.identity());
  }

  /** With accounts by the subjects that access tokens were given out for. */
  public static ScriptedGoogle start(UnaryOperator<String> subjects) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
      var google = new ScriptedGoogle(server, subjects);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", google::answer);
      server.start();
      return google;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Of a token, or of a subject where there are such. */
  public GoogleAccount account(String token) {
    return accounts.computeIfAbsent(subjects.apply(token), _ -> new GoogleAccount());
  }

  /** What happens before each request is looked at, on its own thread. */
  public void beforeEach(Runnable what) {
    beforeEach = what;
  }

  /** What goes wrong with the next requests of this token, in this order. */
  public void next(String token, Fault... then) {
    faults.computeIfAbsent(token, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(then));
  }

  /** This token is taken no more; another of the same account may be. */
  public void expire(String token, String successor) {
    refused.add(token);
    accounts.put(successor, account(token));
  }

  public List<GoogleRequest> requests(String token) {
    return requests.stream().filter(request -> request.token().equals(token)).toList();
  }

  /** As if nothing had been asked so far. */
  public void forgetRequests() {
    requests.clear();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      GoogleRequest request = GoogleRequest.of(exchange);
      requests.add(request);
      beforeEach.run();
      Fault fault =
          Optional.ofNullable(faults.get(request.token()))
              .map(Queue::poll)
              .orElseGet(Fault.None::new);
      switch (fault) {
        case Fault.Refuse(int status, String reason, String retryAfter) ->
            refuse(exchange, new GoogleError(status, reason), retryAfter);
        case Fault.Hang _ -> await();
        case Fault.CutWhenDone _ -> done(request);
        case Fault.FailWhenDone(int status) -> {
          done(request);
          refuse(exchange, new GoogleError(status, "backendError"), "");
        }
        case Fault.Flood _ -> flood(exchange);
        case Fault.Meanwhile(Runnable what) -> {
          what.run();
          serve(exchange, request);
        }
        case Fault.None _ -> serve(exchange, request);
      }
    }
  }

  private void serve(HttpExchange exchange, GoogleRequest request) throws IOException {
    try {
      send(exchange, 200, done(request));
    } catch (GoogleError error) {
      refuse(exchange, error, "");
    } catch (RuntimeException | Error faultOfThisServer) {
      // Else it would look like one of the scripted ones.
      faultOfThisServer.printStackTrace();
      throw faultOfThisServer;
    }
  }

  private String done(GoogleRequest request) {
    if (refused.contains(request.token())) {
      throw new GoogleError(401, "authError");
    }
    return account(request.token()).answer(request);
  }

  private static void refuse(HttpExchange exchange, GoogleError error, String retryAfter)
      throws IOException {
    if (!retryAfter.isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", retryAfter);
    }
    send(exchange, error.status, error.body());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(
        bytes.length == 0 ? 204 : status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void flood(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var chunk = new byte[1_024];
    for (int i = 0; i < FLOOD_CHUNKS; i++) {
      exchange.getResponseBody().write(chunk);
    }
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
