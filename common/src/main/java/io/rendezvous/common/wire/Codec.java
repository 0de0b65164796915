package io.rendezvous.common.wire;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.UnreadableRecord.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;

/** Writes contracts as CloudEvents in binary mode, and reads them back. */
public final class Codec {
  private static final String TRACEPARENT = "traceparent";
  private static final String TRACEPARENT_HEADER = "ce_" + TRACEPARENT;

  private final URI source;

  /** The name of the service that writes, as CloudEvents' {@code source}. */
  public Codec(String service) {
    this.source = URI.create("/rendezvous/" + service);
  }

  /**
   * The record that carries this message.
   *
   * @param key the conversation's id, or null where the topic has no key
   * @param id unique among this service's records
   * @param traceparent the W3C trace context of what led here, if known
   */
  public ProducerRecord<String, byte[]> encode(
      Topic topic,
      @Nullable String key,
      Object message,
      String id,
      Instant time,
      @Nullable String traceparent) {
    var event =
        CloudEventBuilder.v1()
            .withId(id)
            .withSource(source)
            .withType(typeOf(message.getClass()))
            .withTime(time.atOffset(ZoneOffset.UTC))
            .withData("application/json", Json.MAPPER.writeValueAsBytes(message));
    if (traceparent != null) {
      event.withExtension(TRACEPARENT, traceparent);
    }
    return KafkaMessageFactory.<String>createWriter(topic.name(), null, null, key)
        .writeBinary(event.build());
  }

  /**
   * The message that a record carries.
   *
   * @throws UnreadableRecord if it is not of this kind
   */
  public static <T> T decode(Headers headers, byte @Nullable [] value, Class<T> kind)
      throws UnreadableRecord {
    CloudEvent event;
    try {
      event = KafkaMessageFactory.createReader(headers, value).toEvent();
    } catch (RuntimeException e) {
      // Whatever the reader throws at malformed headers, and it throws many kinds.
      throw new UnreadableRecord(Reason.NOT_AN_EVENT, "the record is not a CloudEvent", e);
    }
    var data = event.getData();
    if (data == null) {
      throw new UnreadableRecord(Reason.NOT_AN_EVENT, "the record has no data", null);
    }
    if (kind.isAnnotationPresent(JsonTypeName.class) && !typeOf(kind).equals(event.getType())) {
      throw new UnreadableRecord(
          Reason.UNKNOWN_TYPE, "the record's type is not " + typeOf(kind), null);
    }
    try {
      T message = Json.MAPPER.readValue(data.toBytes(), kind);
      if (message == null) {
        throw new UnreadableRecord(Reason.BAD_DATA, "the record's data is null", null);
      }
      return message;
    } catch (InvalidTypeIdException e) {
      throw new UnreadableRecord(Reason.UNKNOWN_TYPE, "the record's type is not known", e);
    } catch (JacksonException e) {
      throw new UnreadableRecord(Reason.BAD_DATA, "the record's data does not fit its type", e);
    }
  }

  public static @Nullable String traceparent(Headers headers) {
    Header header = headers.lastHeader(TRACEPARENT_HEADER);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The stable wire name of a contract. */
  public static String typeOf(Class<?> kind) {
    JsonTypeName name = kind.getAnnotation(JsonTypeName.class);
    if (name == null) {
      throw new IllegalArgumentException(
          "Expected a contract with a wire name, but " + kind + " has none");
    }
    return name.value();
  }
}
