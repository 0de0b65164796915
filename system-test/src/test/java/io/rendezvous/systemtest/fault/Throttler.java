package io.rendezvous.systemtest.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Stands before DynamoDB, and refuses some of its requests as DynamoDB does when it is too much. */
final class Throttler implements AutoCloseable {
  private static final int BAD_REQUEST = 400;
  private static final Set<String> NOT_COPIED =
      Set.of("connection", "content-length", "host", "expect", "upgrade", "transfer-encoding");
  private static final byte[] TOO_MUCH =
      """
      {"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",\
      "message":"The level of configured provisioned throughput for the table was exceeded."}"""
          .getBytes(UTF_8);

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong passed = new AtomicLong();
  private volatile double share;
  private volatile @Nullable URI target;

  private Throttler(HttpServer server) {
    this.server = server;
  }

  static Throttler start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var throttler = new Throttler(HttpServer.create(address, 0));
    throttler.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    throttler.server.createContext("/", throttler::handle);
    throttler.server.start();
    return throttler;
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void before(URI tables) {
    target = tables;
  }

  /** From now on it refuses this share of the requests, 0 to 1. */
  void refuse(double newShare) {
    share = newShare;
  }

  long refused() {
    return refused.get();
  }

  long passed() {
    return passed.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (ThreadLocalRandom.current().nextDouble() < share) {
        refused.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        answer(exchange, BAD_REQUEST, TOO_MUCH);
      } else {
        passed.incrementAndGet();
        pass(exchange, body);
      }
    }
  }

  private void pass(HttpExchange exchange, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(requireNonNull(target).resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!NOT_COPIED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!NOT_COPIED.contains(name) && !name.startsWith(":")) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      answer(exchange, answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
