package io.rendezvous.gateway;

import io.rendezvous.common.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Server-sent events as a browser reads them. */
final class Stream implements AutoCloseable {
  private final HttpResponse<InputStream> response;
  private final BufferedReader lines;
  private int comments;

  /** One event; {@code id} is the last one that was sent with or before it. */
  record Event(String id, String name, JsonNode data) {
    boolean is(String event) {
      return name.equals(event);
    }
  }

  private String lastId;

  Stream(HttpResponse<InputStream> response) {
    this.response = response;
    this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  int comments() {
    return comments;
  }

  String rest() {
    return String.join("\n", lines.lines().toList());
  }

  /** The next event; null at the end of the stream. */
  Event next() {
    String name = "message";
    StringBuilder data = new StringBuilder();
    try {
      while (true) {
        String line = lines.readLine();
        if (line == null) {
          return null;
        }
        if (line.startsWith(":")) {
          comments++;
        } else if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        } else if (line.isEmpty() && !data.isEmpty()) {
          return new Event(lastId, name, Json.MAPPER.readTree(data.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Events up to the first that fits, with it. */
  List<Event> until(Predicate<Event> last) {
    var events = new ArrayList<Event>();
    while (true) {
      Event event = next();
      if (event == null) {
        return events;
      }
      events.add(event);
      if (last.test(event)) {
        return events;
      }
    }
  }

  List<Event> untilEnded() {
    return until(event -> event.is("turn.ended"));
  }

  List<Event> all() {
    return until(_ -> false);
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
