package io.rendezvous.gateway.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.tail.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item of the table of turns: a turn, or a part of a very long one.
 *
 * @param apartBytes how much memory the events took that are kept apart from the item
 */
record StoredTurn(long firstSequence, List<Entry> entries, long apartBytes) {
  StoredTurn {
    entries = List.copyOf(entries);
  }

  static StoredTurn of(Map<String, AttributeValue> item, LargeEvents large) {
    var conversation =
        new ConversationId(requireNonNull(item.get("conversation"), "conversation").s());
    var entries = new ArrayList<Entry>();
    long apart = 0;
    for (JsonNode entry : unpack(item)) {
      JsonNode event = entry.path("event");
      if (event.path("type").asString("").equals(LargeEvents.REFERENCE)) {
        var whole =
            large.read(conversation, entry.get("sequence").asLong(), event.path("chunks").asInt(0));
        ((ObjectNode) entry).set("event", whole.event());
        apart += whole.bytes();
      }
      entries.add(Json.MAPPER.treeToValue(entry, Entry.class));
    }
    return new StoredTurn(
        Long.parseLong(requireNonNull(item.get("firstSequence"), "firstSequence").n()),
        entries,
        apart);
  }

  private static JsonNode unpack(Map<String, AttributeValue> item) {
    byte[] packed = requireNonNull(item.get("events"), "events").b().asByteArrayUnsafe();
    try (var json = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the gzip of events, but it does not unpack", e);
    }
  }
}
