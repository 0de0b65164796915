package io.rendezvous.gateway.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.tail.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.type.TypeReference;

/** One item of the table of turns: a turn, or a part of a very long one. */
record StoredTurn(long firstSequence, List<Entry> entries) {
  private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

  StoredTurn {
    entries = List.copyOf(entries);
  }

  static StoredTurn of(Map<String, AttributeValue> item) {
    byte[] packed = requireNonNull(item.get("events"), "events").b().asByteArrayUnsafe();
    try (var json = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new StoredTurn(
          Long.parseLong(requireNonNull(item.get("firstSequence"), "firstSequence").n()),
          Json.MAPPER.readValue(json, ENTRIES));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the gzip of events, but it does not unpack", e);
    }
  }
}
