package io.rendezvous.systemtest.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.TableItems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the tables hold after the booking, written out by hand. */
final class BookingItems {
  /** The numbers of the model's answers. */
  private static final List<Integer> ANSWERS = List.of(5, 9);

  static final long STARTS = 1_795_600_800L;

  private final Booking booking;

  BookingItems(Booking booking) {
    this.booking = booking;
  }

  TableItems all() {
    return new TableItems(
        List.of(head()),
        List.of(turn(2, 10)),
        List.of(executions()),
        List.of(),
        List.of(new Item(event())),
        List.of(journal("CREATED", Map.of(), event())));
  }

  Item head() {
    return new Item(
        Map.of(
            "user", text(booking.user),
            "conversation", text(booking.conversation),
            "createdAt", text("2026-11-23T10:00:00.123000000Z"),
            "lastActivityAt", text("2026-11-23T10:00:03.123000000Z"),
            "lastSequence", number(10),
            "events", events(1, 1)));
  }

  Item turn(int first, int last) {
    var item =
        new HashMap<>(
            Map.of(
                "conversation", text(booking.conversation),
                "firstSequence", number(first),
                "turn", text(booking.turn),
                "user", text(booking.user),
                "status", text("completed"),
                "lastSequence", number(last),
                "startedAt", text("2026-11-23T10:00:00.123000000Z"),
                "endedAt", text("2026-11-23T10:00:03.123000000Z"),
                "reason", text("ANSWERED"),
                "events", events(first, last)));
    item.put("usage", usage(ANSWERS.stream().filter(it -> it >= first && it <= last).count()));
    return new Item(item);
  }

  /** Of so many answers, as the booking has them. */
  private static AttributeValue usage(long calls) {
    return text(
        """
        [{"provider":"offline","model":"assistant","calls":%d,"estimated":0,"inputTokens":%d,
          "cachedTokens":0,"outputTokens":%d,"costNanos":0,"latencyMillis":%d}]
        """
            .formatted(calls, calls, calls, 5 * calls));
  }

  Item executions() {
    String calls =
        """
        [{"call":"%s","ask":"%s","name":"create_event","state":"SUCCEEDED",
          "askedAt":"2026-11-23T10:00:01.123Z","argumentCharacters":2,
          "finishedAt":"2026-11-23T10:00:02.123Z","resultCharacters":4,"late":false,
          "receipt":{"kind":"CREATED","calendar":"personal","effect":"%s","etag":"%s"}}]
        """
            .formatted(booking.call, booking.firstAsk, booking.event, booking.etag);
    return new Item(
        Map.of(
            "conversation", text(booking.conversation),
            "turn", text(booking.turn),
            "user", text(booking.user),
            "lastSequence", number(7),
            "executions", packed(calls)));
  }

  Map<String, AttributeValue> event() {
    return Map.of(
        "owner", text(booking.user + "/personal"),
        "event", text(booking.event),
        "etag", text(booking.etag),
        "start", number(STARTS),
        "end", number(STARTS + 3600),
        "object", AttributeValue.fromM(Map.of("digest", text("déjeuner"))));
  }

  Item journal(String kind, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    var item = new HashMap<String, AttributeValue>();
    item.put("user", text(booking.user));
    item.put("effect", text(booking.call));
    item.put("kind", text(kind));
    item.put("calendar", text("personal"));
    item.put("event", text(booking.event));
    if (!before.isEmpty()) {
      item.put("from", version(before));
    }
    if (!after.isEmpty()) {
      item.put("to", version(after));
    }
    return new Item(item);
  }

  private static AttributeValue version(Map<String, AttributeValue> event) {
    return Objects.requireNonNull(event.get("etag"), "etag");
  }

  static Item with(Item item, String name, AttributeValue value) {
    var values = new HashMap<>(item.values());
    values.put(name, value);
    return new Item(values);
  }

  private AttributeValue events(int first, int last) {
    var entries = new StringBuilder();
    for (var record : booking.history()) {
      for (var event : record.json().path("events")) {
        int sequence = event.path("sequence").asInt();
        if (sequence >= first && sequence <= last) {
          entries
              .append(entries.isEmpty() ? "[" : ",")
              .append("{\"sequence\":" + sequence)
              .append(",\"at\":\"" + record.message().at() + "\"")
              .append(",\"event\":" + event.path("event") + "}");
        }
      }
    }
    return packed(entries.append("]").toString());
  }

  static AttributeValue text(Object value) {
    return AttributeValue.fromS(value.toString());
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static AttributeValue packed(String json) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return AttributeValue.fromB(SdkBytes.fromByteArray(bytes.toByteArray()));
  }
}
