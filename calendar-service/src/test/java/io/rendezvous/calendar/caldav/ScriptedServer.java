package io.rendezvous.calendar.caldav;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rendezvous.calendar.CalDavAccount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server that answers as a test says, and drops the connection where the test says nothing. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Answer> answers;

  /** What was asked, each as method and path. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** A status of 0 drops the connection. */
  record Answer(int status, String body, String... headers) {
    static final Answer NONE = new Answer(0, "");
  }

  ScriptedServer(Answer... answers) throws IOException {
    this.answers = new CopyOnWriteArrayList<>(answers);
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  CalDavAccount account() {
    return new CalDavAccount(uri("/"), "ana", "secret");
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    Answer answer = answers.isEmpty() ? Answer.NONE : answers.removeFirst();
    if (answer.status() == 0) {
      exchange.close();
      return;
    }
    for (int i = 0; i < answer.headers().length; i += 2) {
      exchange.getResponseHeaders().add(answer.headers()[i], answer.headers()[i + 1]);
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
