package io.rendezvous.gateway.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes server-sent events; blocks while the client does not read, until the write times out. */
final class SseWriter {
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  /** In bytes: a client that reads slowly is seen to read when a piece has gone. */
  private static final int PIECE = 8_192;

  private final HttpServletResponse response;
  private final JsonMapper json;

  SseWriter(HttpServletResponse response, JsonMapper json) {
    this.response = response;
    this.json = json;
  }

  /** Sends the head. */
  static void open(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
  }

  void write(List<Frame> frames) throws IOException {
    if (frames.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    for (Frame frame : frames) {
      if (frame.id() != null) {
        text.append("id: ").append(frame.id()).append('\n');
      }
      text.append("event: ").append(frame.event()).append('\n');
      text.append("data: ").append(json.writeValueAsString(frame.data())).append("\n\n");
    }
    send(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  void heartbeat() throws IOException {
    send(HEARTBEAT);
  }

  private void send(byte[] bytes) throws IOException {
    var out = response.getOutputStream();
    for (int sent = 0; sent < bytes.length; sent += PIECE) {
      // As a buffer it is not gathered in another first, which would be kept until the answer ends.
      out.write(ByteBuffer.wrap(bytes, sent, Math.min(PIECE, bytes.length - sent)));
    }
    out.flush();
  }
}
