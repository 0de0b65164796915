package io.rendezvous.calendar.embedded;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Events as items: times in the clear, so that they can be searched; words sealed. */
final class EventItems {
  static final String OWNER = "owner";
  static final String EVENT = "event";
  static final String START = "start";
  static final String END = "end";
  static final String ETAG = "etag";
  private static final String ZONE = "zone";
  private static final String TEXT = "text";

  private final Vault vault;

  EventItems(Vault vault) {
    this.vault = vault;
  }

  Map<String, AttributeValue> write(CalendarEvent event) {
    EventTime time = event.time();
    return Map.of(
        OWNER, owner(event.calendar()),
        EVENT, AttributeValue.fromS(event.id()),
        START, seconds(time.start().getEpochSecond()),
        END, seconds(time.end().getEpochSecond()),
        ZONE, AttributeValue.fromS(time.zone().getId()),
        ETAG, AttributeValue.fromS(event.etag()),
        TEXT, seal(event.calendar(), event.text()));
  }

  CalendarEvent read(CalendarId calendar, Map<String, AttributeValue> item) {
    var time =
        new EventTime(
            Instant.ofEpochSecond(Long.parseLong(required(item, START).n())),
            Instant.ofEpochSecond(Long.parseLong(required(item, END).n())),
            ZoneId.of(required(item, ZONE).s()));
    return new CalendarEvent(
        required(item, EVENT).s(),
        calendar,
        new EventContent(open(calendar, required(item, TEXT).m()), time),
        required(item, ETAG).s(),
        EventFacts.OWN);
  }

  static Map<String, AttributeValue> key(CalendarId calendar, String event) {
    return Map.of(OWNER, owner(calendar), EVENT, AttributeValue.fromS(event));
  }

  /** No user id has a slash, so no two calendars share a key. */
  static AttributeValue owner(CalendarId calendar) {
    return AttributeValue.fromS(calendar.owner() + "/" + calendar.name());
  }

  static AttributeValue seconds(long epochSecond) {
    return AttributeValue.fromN(Long.toString(epochSecond));
  }

  static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name);
  }

  private AttributeValue seal(CalendarId calendar, EventText text) {
    Personal sealed = vault.seal(calendar.owner(), Json.MAPPER.writeValueAsString(text));
    return AttributeValue.fromM(
        Map.of(
            "sealed", AttributeValue.fromS(sealed.sealed()),
            "characters", AttributeValue.fromN(Integer.toString(sealed.characters())),
            "digest", AttributeValue.fromS(sealed.digest())));
  }

  private EventText open(CalendarId calendar, Map<String, AttributeValue> text) {
    var sealed =
        new Personal(
            required(text, "sealed").s(),
            Integer.parseInt(required(text, "characters").n()),
            required(text, "digest").s());
    return Json.MAPPER.readValue(vault.open(calendar.owner(), sealed), EventText.class);
  }
}
