package io.rendezvous.gateway;

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
  record Asked(String uri, String authorization) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private CalendarStandIn(HttpServer server) {
    this.server = server;
  }

  static CalendarStandIn start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var standIn = new CalendarStandIn(server);
      server.createContext(
          "/internal/calendars/",
          exchange -> {
            standIn.asked.add(
                new Asked(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization")));
            String path = exchange.getRequestURI().getPath();
            int status =
                path.contains("missing")
                    ? 404
                    : path.contains("broken") ? 500 : path.contains("wrong") ? 400 : 200;
            byte[] body =
                "{\"items\":[{\"id\":\"e1\"}],\"nextCursor\":null}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.sendResponseHeaders(status, body.length);
            try (var out = exchange.getResponseBody()) {
              out.write(body);
            }
          });
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }
}
