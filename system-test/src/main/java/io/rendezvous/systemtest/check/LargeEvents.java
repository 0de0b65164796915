package io.rendezvous.systemtest.check;

import static java.util.Comparator.comparing;

import io.rendezvous.systemtest.check.evidence.Item;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Events that are kept apart, joined from their chunks. */
final class LargeEvents {
  private static final String REFERENCE = "event.kept-apart";
  private static final int SEQUENCE_DIGITS = 19;

  private record Key(String conversation, long sequence) {}

  private final Map<Key, ByteArrayOutputStream> joined = new HashMap<>();
  private final Map<Key, Integer> chunks = new HashMap<>();

  private LargeEvents() {}

  static LargeEvents of(List<Item> items) {
    var events = new LargeEvents();
    items.stream().sorted(comparing(item -> item.text("chunk"))).forEach(events::add);
    return events;
  }

  private void add(Item item) {
    long sequence = Long.parseLong(item.text("chunk").substring(0, SEQUENCE_DIGITS));
    var key = new Key(item.text("conversation"), sequence);
    joined.computeIfAbsent(key, _ -> new ByteArrayOutputStream()).writeBytes(item.bytes("bytes"));
    chunks.merge(key, 1, Integer::sum);
  }

  static boolean isReference(JsonNode event) {
    return event.path("type").asString("").equals(REFERENCE);
  }

  /** The event that a reference stands for; null where its chunks are not all there. */
  @Nullable JsonNode resolve(String conversation, long sequence, JsonNode reference) {
    var key = new Key(conversation, sequence);
    ByteArrayOutputStream bytes = joined.get(key);
    return bytes == null || chunks.getOrDefault(key, 0) != reference.path("chunks").asInt(-1)
        ? null
        : Item.unpack(bytes.toByteArray());
  }
}
