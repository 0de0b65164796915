package io.rendezvous.systemtest.check.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** An item of a table. */
public record Item(Map<String, AttributeValue> values) {
  public Item {
    values = Map.copyOf(values);
  }

  /** Empty where the item has no such text. */
  public String text(String name) {
    String text = textOrNull(name);
    return text == null ? "" : text;
  }

  public @Nullable String textOrNull(String name) {
    AttributeValue value = values.get(name);
    return value == null ? null : value.s();
  }

  /** -1 where the item has no such number. */
  public long number(String name) {
    AttributeValue value = values.get(name);
    return value == null || value.n() == null ? -1 : Long.parseLong(value.n());
  }

  /** A map within the item; an empty item where there is none. */
  public Item map(String name) {
    AttributeValue value = values.get(name);
    return new Item(value == null || !value.hasM() ? Map.of() : value.m());
  }

  public byte[] bytes(String name) {
    AttributeValue value = values.get(name);
    return value == null || value.b() == null ? new byte[0] : value.b().asByteArray();
  }

  /** The JSON that compressed bytes hold. */
  public JsonNode packed(String name) {
    return unpack(bytes(name));
  }

  public static JsonNode unpack(byte[] compressed) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return Json.MAPPER.readTree(new String(gzip.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Expected compressed JSON, but found other bytes", e);
    }
  }
}
