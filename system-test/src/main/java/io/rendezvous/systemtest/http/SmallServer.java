package io.rendezvous.systemtest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on the loopback address with a virtual thread for each kept connection. */
public final class SmallServer implements AutoCloseable {
  /** As many as may connect at one moment. */
  private static final int BACKLOG = 5_000;

  /** What is done with a request. */
  @FunctionalInterface
  public interface Handler {
    void handle(Asked asked, Answering answer) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private SmallServer(ServerSocket server, Handler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Listens at once.
   *
   * @param port 0 takes a free one
   */
  public static SmallServer start(int port, Handler handler) {
    try {
      var server =
          new SmallServer(
              new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()), handler);
      Thread.ofVirtual().name("small-server").start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("small-server-connection").start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new WireReader(socket.getInputStream());
      var answer = new Answering(socket, in);
      for (String line = in.line(); line != null && !socket.isClosed(); line = in.line()) {
        handler.handle(request(line, in), answer);
      }
    } catch (IOException gone) {
      // The client has closed, or was cut off.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private static Asked request(String line, WireReader in) throws IOException {
    int afterMethod = line.indexOf(' ');
    var headers = in.headers();
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Asked(
        line.substring(0, afterMethod),
        line.substring(afterMethod + 1, line.lastIndexOf(' ')),
        headers,
        in.bytes(length));
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
