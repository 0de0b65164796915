package io.rendezvous.systemtest.http;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer to one request: whole at once, or in chunks, or cut off. */
public final class Answering {
  private static final int BUFFER_BYTES = 4096;
  private static final byte[] LINE_END = ascii("\r\n");
  private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

  private final Socket socket;
  private final WireReader in;
  private final OutputStream out;

  Answering(Socket socket, WireReader in) throws IOException {
    this.socket = socket;
    this.in = in;
    this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
  }

  /** A whole answer. */
  public void whole(int status, Map<String, String> headers, byte[] body) throws IOException {
    head(status, headers, "Content-Length: " + body.length);
    out.write(body);
    out.flush();
  }

  /** Begins an answer in chunks; nothing is sent before the first flush. */
  public void open(Map<String, String> headers) throws IOException {
    head(200, headers, "Transfer-Encoding: chunked");
  }

  public void chunk(byte[] bytes) throws IOException {
    out.write(ascii(Integer.toHexString(bytes.length)));
    out.write(LINE_END);
    out.write(bytes);
    out.write(LINE_END);
  }

  public void flush() throws IOException {
    out.flush();
  }

  /** Ends an answer in chunks. */
  public void end() throws IOException {
    out.write(LAST_CHUNK);
    out.flush();
  }

  /** Closes the connection where it is; what was sent still arrives. */
  public void cut() throws IOException {
    out.flush();
    socket.close();
  }

  /** Sends nothing more until the client hangs up. */
  public void awaitHangUp() throws IOException {
    out.flush();
    while (in.read() >= 0) {
      // A client that waits for its answer sends nothing.
    }
    throw new EOFException("the client hung up");
  }

  private void head(int status, Map<String, String> headers, String length) throws IOException {
    var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Scripted\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    out.write(ascii(head.append(length).append("\r\n\r\n").toString()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
