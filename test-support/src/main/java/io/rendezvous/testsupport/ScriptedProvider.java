package io.rendezvous.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A server with a provider's streaming wire that answers as it is told, faults included; a virtual
 * thread for each connection.
 */
public final class ScriptedProvider implements AutoCloseable {
  /** As many as a test may open at once. */
  private static final int BACKLOG = 1_000;

  private final ScriptedWire wire;
  private final ServerSocket server;
  private final Queue<ScriptedAnswer> queue = new ConcurrentLinkedQueue<>();
  private final List<ScriptedRequest> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger abandoned = new AtomicInteger();
  private volatile Function<JsonNode, ScriptedAnswer> otherwise = ScriptedProvider::none;

  private ScriptedProvider(ScriptedWire wire, ServerSocket server) {
    this.wire = wire;
    this.server = server;
  }

  /** Speaks OpenAI's wire on a free port of the loopback address. */
  public static ScriptedProvider start() {
    return start(ScriptedWire.OPENAI);
  }

  /** Listens on a free port of the loopback address. */
  public static ScriptedProvider start(ScriptedWire wire) {
    try {
      var scripted =
          new ScriptedProvider(
              wire, new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("scripted-provider").start(scripted::accept);
      return scripted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What goes into the provider's base URL. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  /** Answers the next requests with these, one each, in this order. */
  public ScriptedProvider then(ScriptedAnswer... answers) {
    queue.addAll(List.of(answers));
    return this;
  }

  /** Answers by the request's JSON whenever no queued answer is left. */
  public ScriptedProvider otherwise(Function<JsonNode, ScriptedAnswer> script) {
    otherwise = script;
    return this;
  }

  /** Forgets what it was told to answer. */
  public void reset() {
    queue.clear();
    otherwise = ScriptedProvider::none;
  }

  /** What has been asked so far. */
  public List<ScriptedRequest> requests() {
    return List.copyOf(requests);
  }

  /** How many answers the client hung up on before their end. */
  public int abandoned() {
    return abandoned.get();
  }

  private static ScriptedAnswer none(JsonNode request) {
    return ScriptedAnswer.status(500, "the script has no answer for this request");
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("scripted-provider-connection").start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var connection = new ScriptedConnection(socket);
      for (var request = connection.read(); request != null; request = connection.read()) {
        requests.add(request);
        answer(connection, request);
      }
    } catch (IOException gone) {
      // The client has closed, or was cut off.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private void answer(ScriptedConnection connection, ScriptedRequest request)
      throws IOException, InterruptedException {
    ScriptedAnswer next = queue.poll();
    try {
      connection.write(next == null ? otherwise.apply(request.json()) : next, wire.begin());
    } catch (IOException e) {
      if (!server.isClosed()) {
        abandoned.incrementAndGet();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
