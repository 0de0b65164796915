package io.rendezvous.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as the calendar service would, and remembers what it was asked. */
final class CalendarStandIn {
  /** What came in. */
  record Asked(String method, String uri, String authorization, String body) {}

  /** What goes out. */
  private record Answer(int status, String body) {}

  private static final Answer LIST =
      new Answer(200, "{\"items\":[{\"id\":\"e1\"}],\"nextCursor\":null}");

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private CalendarStandIn(HttpServer server) {
    this.server = server;
  }

  static CalendarStandIn start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var standIn = new CalendarStandIn(server);
      server.createContext("/internal/", standIn::answer);
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    var answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().toString());
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("ETag", "\"v1\"");
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Ids that are words tell what goes wrong. */
  private static Answer answer(String method, String uri) {
    if (uri.contains("missing")) {
      return problem(404, "NOT_FOUND", "There is no such event.");
    }
    if (uri.contains("broken")) {
      return problem(500, "INTERNAL_ERROR", "secret");
    }
    if (uri.contains("wrong")) {
      return problem(400, "VALIDATION_ERROR", "It is not valid.");
    }
    if (uri.contains("revoked")) {
      return problem(502, "RECONNECT_NEEDED", "The calendar refused access.");
    }
    if (uri.contains("authorize")) {
      return new Answer(
          200,
          "{\"url\":\"https://accounts.example.com/auth?state=s\",\"expiresAt\":\"2026-11-27T10:00:00Z\"}");
    }
    if (method.equals("DELETE") || method.equals("PUT")) {
      return new Answer(204, "");
    }
    if (uri.endsWith("/caldav")) {
      return new Answer(201, "{\"id\":\"a1\"}");
    }
    int event = uri.indexOf("/events/");
    return event < 0
        ? LIST
        : new Answer(
            200,
            "{\"id\":\"%s\",\"title\":\"Déjeuner\",\"timeZone\":\"America/New_York\",\"etag\":\"v1\"}"
                .formatted(uri.substring(event + "/events/".length())));
  }

  private static Answer problem(int status, String code, String detail) {
    return new Answer(status, "{\"code\":\"%s\",\"detail\":\"%s\"}".formatted(code, detail));
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }
}
