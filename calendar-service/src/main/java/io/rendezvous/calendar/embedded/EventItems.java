package io.rendezvous.calendar.embedded;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.CalendarObject;
import io.rendezvous.calendar.icalendar.Held;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Objects as items: when they are in the clear, so that they can be searched; all else sealed. */
final class EventItems {
  static final String OWNER = "owner";
  static final String EVENT = "event";
  static final String START = "start";
  static final String END = "end";
  static final String ETAG = "etag";

  /** Every object here names its zones. */
  static final ZoneId FLOATING = ZoneOffset.UTC;

  private static final String OBJECT = "object";

  /**
   * Series stand apart in the order of starts, before all that happens once: they are found however
   * long ago they began, and nothing else is looked at for them.
   */
  private static final long APART = 1_000_000_000_000L;

  /** No event begins before this, in seconds since 1970. */
  static final long EARLIEST = -APART / 2;

  private final Vault vault;

  EventItems(Vault vault) {
    this.vault = vault;
  }

  Map<String, AttributeValue> write(CalendarId calendar, String name, Held held) {
    EventTime span = held.object().span();
    long start = span.start().getEpochSecond();
    return Map.of(
        OWNER, owner(calendar),
        EVENT, AttributeValue.fromS(name),
        START, seconds(held.object().isSeries() ? apart(start) : start),
        END, seconds(span.end().getEpochSecond()),
        ETAG, AttributeValue.fromS(held.etag()),
        OBJECT, seal(calendar, held.object().text()));
  }

  Held read(CalendarId calendar, Map<String, AttributeValue> item) {
    AttributeValue object = item.get(OBJECT);
    return new Held(
        object == null
            ? new EarlierItems(this).read(calendar, item)
            : read(open(calendar, object.m())),
        required(item, ETAG).s(),
        calendar.owner().value());
  }

  static Map<String, AttributeValue> key(CalendarId calendar, String event) {
    return Map.of(OWNER, owner(calendar), EVENT, AttributeValue.fromS(event));
  }

  /** No user id has a slash, so no two calendars share a key. */
  static AttributeValue owner(CalendarId calendar) {
    return AttributeValue.fromS(calendar.owner() + "/" + calendar.name());
  }

  /** Where a series is found that begins then. */
  static long apart(long start) {
    return start - APART;
  }

  static AttributeValue seconds(long epochSecond) {
    return AttributeValue.fromN(Long.toString(epochSecond));
  }

  static Instant instant(Map<String, AttributeValue> item, String name) {
    return Instant.ofEpochSecond(Long.parseLong(required(item, name).n()));
  }

  static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name);
  }

  String open(CalendarId calendar, Map<String, AttributeValue> text) {
    var sealed =
        new Personal(
            required(text, "sealed").s(),
            Integer.parseInt(required(text, "characters").n()),
            required(text, "digest").s());
    return vault.open(calendar.owner(), sealed);
  }

  private AttributeValue seal(CalendarId calendar, String text) {
    Personal sealed = vault.seal(calendar.owner(), text);
    return AttributeValue.fromM(
        Map.of(
            "sealed", AttributeValue.fromS(sealed.sealed()),
            "characters", AttributeValue.fromN(Integer.toString(sealed.characters())),
            "digest", AttributeValue.fromS(sealed.digest())));
  }

  private static CalendarObject read(String text) {
    if (CalendarObject.parse(text, FLOATING)
        instanceof Outcome.Done<CalendarObject>(CalendarObject object)) {
      return object;
    }
    throw new IllegalStateException("Expected an object as it was written, but found another form");
  }
}
