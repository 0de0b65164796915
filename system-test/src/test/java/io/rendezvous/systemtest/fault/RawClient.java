package io.rendezvous.systemtest.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.rendezvous.systemtest.client.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** A connection to a gateway whose client does not do what clients do. */
final class RawClient implements AutoCloseable {
  /** So little that the gateway notices soon that nobody reads. */
  private static final int WINDOW = 4_096;

  private final Socket socket;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  /** Asks for a conversation's events, and never reads one. */
  static RawClient thatReadsNothing(Client client, String conversation) {
    return connected(
        client.baseUrl(),
        "GET /api/v1/conversations/"
            + conversation
            + "/events HTTP/1.1\r\nHost: gateway\r\nAccept: text/event-stream\r\nLast-Event-ID: 0\r\n"
            + "Authorization: Bearer "
            + client.token()
            + "\r\n\r\n");
  }

  /** Begins a request and never ends it; empty does not even begin. */
  static RawClient thatSaysOnly(String baseUrl, String part) {
    return connected(baseUrl, part);
  }

  private static RawClient connected(String baseUrl, String said) {
    URI gateway = URI.create(baseUrl);
    var socket = new Socket();
    try {
      socket.setReceiveBufferSize(WINDOW);
      socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()), 30_000);
      socket.getOutputStream().write(said.getBytes(US_ASCII));
      return new RawClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the gateway has ended it by now; what it has sent before is read and dropped. */
  boolean isEnded() {
    try {
      socket.setSoTimeout(1);
      var in = socket.getInputStream();
      var buffer = new byte[WINDOW];
      while (in.read(buffer) >= 0) {
        // An answer such as 408 may come first.
      }
      return true;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
