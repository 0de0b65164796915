package io.rendezvous.history.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.wire.Json;
import io.rendezvous.history.log.LoggedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Events in their order, as {@code {"sequence", "at", "event"}}, the event as its record told it.
 *
 * @param entries the JSON of each
 * @param bytes the size of all, before compression
 */
record PackedEvents(List<String> entries, int bytes) {
  static final PackedEvents NONE = new PackedEvents(List.of(), 0);

  PackedEvents {
    entries = List.copyOf(entries);
  }

  PackedEvents plus(String entry) {
    var more = new ArrayList<>(entries);
    more.add(entry);
    return new PackedEvents(more, bytes + entry.getBytes(UTF_8).length + 1);
  }

  static String entry(LoggedEvent event, Instant at) {
    var entry = Json.MAPPER.createObjectNode();
    entry.put("sequence", event.sequence()).put("at", at.toString()).set("event", event.raw());
    return entry.toString();
  }

  byte[] pack() {
    return Gzip.compress("[" + String.join(",", entries) + "]");
  }

  static PackedEvents unpack(byte[] packed) {
    PackedEvents events = NONE;
    for (JsonNode entry : Json.MAPPER.readTree(Gzip.expand(packed))) {
      events = events.plus(entry.toString());
    }
    return events;
  }
}
