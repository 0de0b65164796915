package io.rendezvous.testsupport;

import io.rendezvous.testsupport.ScriptedAnswer.Step;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 on one connection, kept alive, with as much of it as a scripted server needs. */
final class ScriptedConnection {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  ScriptedConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  /** The next request, or null where the client has closed between requests. */
  @Nullable ScriptedRequest read() throws IOException {
    String start = line();
    if (start == null) {
      return null;
    }
    var headers = new HashMap<String, String>();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new ScriptedRequest(start.split(" ", 3)[1], headers, body);
  }

  private @Nullable String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  /** Fails if the client hangs up, or is hung up on, before the answer's end. */
  void write(ScriptedAnswer answer, ScriptedChunks chunks)
      throws IOException, InterruptedException {
    boolean opened = false;
    for (Step step : answer.steps()) {
      if (!opened && opens(step)) {
        opened = true;
        open(answer);
      }
      switch (step) {
        case Step.Say(var piece) -> send(chunks.text(piece), answer);
        case Step.CallStart(var index, var name) -> send(chunks.callStart(index, name), answer);
        case Step.CallPiece(var index, var piece) -> send(chunks.callPiece(index, piece), answer);
        case Step.End(var ending) -> send(chunks.end(ending), answer);
        case Step.Fail(var message, var amidStream) -> {
          String error = chunks.error(message);
          send(amidStream ? ScriptedChunks.event(error) : error, answer);
        }
        case Step.Data(var data) -> send(ScriptedChunks.event(data), answer);
        case Step.Await(var gate) -> gate.await();
        case Step.Pause(var pause) -> Thread.sleep(pause);
        case Step.Hang _ -> awaitHangUp();
        case Step.Cut _ -> {
          // Not a reset: that would take back what was sent and not yet read.
          socket.close();
          return;
        }
      }
    }
    if (!opened) {
      open(answer);
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A server that hangs or cuts at once has not sent as much as a status. */
  private static boolean opens(Step step) {
    return switch (step) {
      case Step.Hang _, Step.Cut _ -> false;
      default -> true;
    };
  }

  private void open(ScriptedAnswer answer) throws IOException {
    var head =
        new StringBuilder("HTTP/1.1 ")
            .append(answer.status())
            .append(" Scripted\r\nTransfer-Encoding: chunked\r\n");
    answer
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void send(String text, ScriptedAnswer answer) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      // An empty chunk would end the body.
      return;
    }
    int piece = answer.byteByByte() ? 1 : bytes.length;
    for (int i = 0; i < bytes.length; i += piece) {
      out.write((Integer.toHexString(piece) + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.write(bytes, i, piece);
      out.write("\r\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private void awaitHangUp() throws IOException {
    while (in.read() >= 0) {
      // A client that waits for its answer sends nothing.
    }
    throw new EOFException("the client hung up");
  }
}
