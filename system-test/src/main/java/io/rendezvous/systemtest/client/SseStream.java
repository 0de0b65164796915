package io.rendezvous.systemtest.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events one by one; closing it cuts the connection. */
public final class SseStream implements AutoCloseable {
  private final BufferedReader lines;

  public SseStream(InputStream body) {
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** The next event, or null where the server has ended the stream. */
  public @Nullable SseEvent next() throws IOException {
    String id = "";
    String event = "";
    var data = new StringBuilder();
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.isEmpty() && !event.isEmpty()) {
        return new SseEvent(id, event, data.toString());
      }
      if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("event:")) {
        event = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data.append(line.substring(5).strip());
      }
    }
    return null;
  }

  /** Events up to and with the first that fits, or to the end. */
  public List<SseEvent> until(Predicate<SseEvent> last) throws IOException {
    var events = new ArrayList<SseEvent>();
    SseEvent event;
    while ((event = next()) != null) {
      events.add(event);
      if (last.test(event)) {
        break;
      }
    }
    return events;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
