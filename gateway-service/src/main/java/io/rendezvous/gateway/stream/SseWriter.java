package io.rendezvous.gateway.stream;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes server-sent events; blocks while the client does not read, until the write times out. */
final class SseWriter {
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final HttpServletResponse response;
  private final JsonMapper json;

  SseWriter(HttpServletResponse response, JsonMapper json) {
    this.response = response;
    this.json = json;
  }

  void open() throws IOException {
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
    OutputStream out = response.getOutputStream();
    for (Frame frame : frames) {
      var text = new StringBuilder();
      if (frame.id() != null) {
        text.append("id: ").append(frame.id()).append('\n');
      }
      text.append("event: ").append(frame.event()).append('\n');
      text.append("data: ").append(json.writeValueAsString(frame.data())).append("\n\n");
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    response.flushBuffer();
  }

  void heartbeat() throws IOException {
    response.getOutputStream().write(HEARTBEAT);
    response.flushBuffer();
  }
}
