package io.rendezvous.history.projection;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item's attributes, by the types that ours have. */
record Attributes(Map<String, AttributeValue> values) {
  /** Always nine digits: the text sorts as the time does. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  Attributes() {
    this(new HashMap<>());
  }

  Attributes put(String name, @Nullable String value) {
    return value == null ? this : set(name, AttributeValue.fromS(value));
  }

  Attributes put(String name, long value) {
    return set(name, AttributeValue.fromN(Long.toString(value)));
  }

  Attributes put(String name, byte[] value) {
    return set(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
  }

  Attributes put(String name, @Nullable Instant value) {
    return value == null ? this : put(name, TIME.format(value));
  }

  /** A table has no empty set: then there is no attribute. */
  Attributes put(String name, Collection<String> values) {
    return values.isEmpty() ? this : set(name, AttributeValue.fromSs(List.copyOf(values)));
  }

  Attributes putJson(String name, @Nullable Object value) {
    return value == null ? this : put(name, Json.MAPPER.writeValueAsString(value));
  }

  private Attributes set(String name, AttributeValue value) {
    values.put(name, value);
    return this;
  }

  String text(String name) {
    return requireNonNull(textOrNull(name), name);
  }

  @Nullable String textOrNull(String name) {
    AttributeValue value = values.get(name);
    return value == null ? null : value.s();
  }

  long number(String name) {
    return Long.parseLong(requireNonNull(values.get(name), name).n());
  }

  List<String> texts(String name) {
    AttributeValue texts = values.get(name);
    return texts == null ? List.of() : texts.ss();
  }

  byte[] bytes(String name) {
    return requireNonNull(values.get(name), name).b().asByteArray();
  }

  Instant time(String name) {
    return Instant.parse(text(name));
  }

  @Nullable Instant timeOrNull(String name) {
    String time = textOrNull(name);
    return time == null ? null : Instant.parse(time);
  }

  <T> @Nullable T jsonOrNull(String name, Class<T> kind) {
    String json = textOrNull(name);
    return json == null ? null : Json.MAPPER.readValue(json, kind);
  }
}
