package io.rendezvous.systemtest.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** One client's kept connection to a server; a request at a time, read to its end. */
public final class KeptConnection implements AutoCloseable {
  private final Socket socket;
  private final OutputStream out;
  private final WireReader in;
  private final String host;

  private KeptConnection(Socket socket, String host) throws IOException {
    this.socket = socket;
    this.host = host;
    this.out = socket.getOutputStream();
    this.in = new WireReader(socket.getInputStream());
  }

  /**
   * Connects.
   *
   * @param patience how long the server may say nothing
   */
  public static KeptConnection open(URI server, Duration patience) throws IOException {
    var socket = new Socket(server.getHost(), server.getPort());
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
      return new KeptConnection(socket, server.getHost() + ":" + server.getPort());
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Sends a request; the answer must be read to its end before the next. */
  public Received send(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: ");
    head.append(host).append("\r\nContent-Length: ").append(content.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[start.length + content.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(content, 0, all, start.length, content.length);
    out.write(all);
    String status = in.line();
    if (status == null) {
      throw new EOFException("the server closed the connection");
    }
    return new Received(Integer.parseInt(status.substring(9, 12)), in.headers(), in);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
