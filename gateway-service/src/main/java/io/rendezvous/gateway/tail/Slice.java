package io.rendezvous.gateway.tail;

import java.util.List;

/**
 * What the tail holds after a place in a conversation.
 *
 * @param complete whether it lacks nothing after that place; else the tables have what comes before
 */
public record Slice(List<Entry> entries, boolean complete) {
  public Slice {
    entries = List.copyOf(entries);
  }
}
