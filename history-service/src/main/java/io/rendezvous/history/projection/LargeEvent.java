package io.rendezvous.history.projection;

import io.rendezvous.common.wire.Json;
import io.rendezvous.history.log.LoggedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An event too large for an item, in pieces of its own; its place in the turn holds a reference.
 */
record LargeEvent(LoggedEvent event, List<byte[]> chunks) {
  /** With its keys, below the 400 KB that DynamoDB takes. */
  private static final int CHUNK_BYTES = 350_000;

  LargeEvent {
    chunks = List.copyOf(chunks);
  }

  static LargeEvent of(LoggedEvent event) {
    byte[] all = Gzip.compress(event.raw().toString());
    var chunks = new ArrayList<byte[]>();
    for (int from = 0; from < all.length; from += CHUNK_BYTES) {
      chunks.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + CHUNK_BYTES)));
    }
    return new LargeEvent(event, chunks);
  }

  /** The event as this service understands it, with a reference for its JSON. */
  LoggedEvent reference() {
    var raw = Json.MAPPER.createObjectNode();
    raw.put("type", "event.kept-apart").put("chunks", chunks.size());
    if (event.turn() != null) {
      raw.put("turn", event.turn().value());
    }
    return new LoggedEvent(event.sequence(), raw, event.event(), event.turn());
  }
}
