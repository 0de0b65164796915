package io.rendezvous.systemtest.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Says everything back, on as many connections as come. */
final class EchoServer implements AutoCloseable {
  private final ServerSocket listener;

  EchoServer(int port) throws IOException {
    listener = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void echo(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException cut) {
      // As the tests do.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
