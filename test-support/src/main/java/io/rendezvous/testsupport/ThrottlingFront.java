package io.rendezvous.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Stands before DynamoDB Local and refuses calls as DynamoDB does when it is asked for more than
 * was provisioned; of a batch of writes it hands all back unprocessed.
 */
public final class ThrottlingFront implements AutoCloseable {
  private static final String TARGET = "X-amz-target";
  private static final String REFUSAL =
      """
      {"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",\
      "message":"The level of configured provisioned throughput for the table was exceeded."}""";

  /** What the JDK's client sets itself. */
  private static final Set<String> OWN_HEADERS =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final Supplier<URI> tables;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random;
  private final AtomicLong refused = new AtomicLong();
  private volatile double share;

  private ThrottlingFront(Supplier<URI> tables, HttpServer server, long seed) {
    this.tables = tables;
    this.server = server;
    this.random = new Random(seed);
  }

  /** A front on a port of its own that lets everything through. */
  public static ThrottlingFront before(URI tables, long seed) throws IOException {
    return before(() -> tables, seed);
  }

  /** The same before tables whose address is known only once this front's is. */
  public static ThrottlingFront before(Supplier<URI> tables, long seed) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var front = new ThrottlingFront(tables, HttpServer.create(address, 0), seed);
    front.server.setExecutor(front.threads);
    front.server.createContext("/", front::answer);
    front.server.start();
    return front;
  }

  /** Where clients are to look for the tables. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Refuses so many of the calls from now on: 0 none, 1 all. */
  public void refuse(double shareOfCalls) {
    share = shareOfCalls;
  }

  /** How many calls were refused, or handed back unprocessed, so far. */
  public long refused() {
    return refused.get();
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (random.nextDouble() < share) {
        refused.incrementAndGet();
        refuse(exchange, body);
      } else {
        forward(exchange, body);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuse(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    String target = exchange.getRequestHeaders().getFirst(TARGET);
    if (target != null && target.endsWith(".BatchWriteItem")) {
      // Unprocessed items have the form of the request.
      String items = new String(body, UTF_8).replaceFirst("RequestItems", "UnprocessedItems");
      send(exchange, 200, items.getBytes(UTF_8));
    } else {
      send(exchange, 400, REFUSAL.getBytes(UTF_8));
    }
  }

  private void forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(tables.get().resolve(exchange.getRequestURI()));
    request.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    send(exchange, response.statusCode(), response.body());
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
    threads.shutdownNow();
  }
}
