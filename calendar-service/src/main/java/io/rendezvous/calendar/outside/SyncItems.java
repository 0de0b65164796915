package io.rendezvous.calendar.outside;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.SealedText;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Followed calendars as items: a provider's names and tokens may tell whose they are. */
final class SyncItems {
  static final String USER = "user";
  static final String CALENDAR = "calendar";
  static final String READ_AT = "readAt";
  static final String VERSION = "version";
  static final String GONE_AT = "goneAt";

  /** What is sealed. */
  private record Inside(String name, @Nullable String token, @Nullable Untold untold) {}

  private final Vault vault;

  SyncItems(Vault vault) {
    this.vault = vault;
  }

  static Map<String, AttributeValue> key(UserId user, String calendar) {
    return Map.of(
        USER, AttributeValue.fromS(user.value()), CALENDAR, AttributeValue.fromS(calendar));
  }

  static Map<String, AttributeValue> item(UserId user, String calendar, Instant goneAt) {
    var item = new HashMap<>(key(user, calendar));
    item.put(GONE_AT, number(goneAt.getEpochSecond()));
    return item;
  }

  Map<String, AttributeValue> write(Followed calendar, Instant goneAt) {
    UserId user = calendar.id().owner();
    var inside = new Inside(calendar.id().name(), calendar.token(), calendar.untold());
    Personal sealed = vault.seal(user, Json.MAPPER.writeValueAsString(inside));
    var item = item(user, calendar.id().mark(), goneAt);
    item.putAll(SealedText.attributes(sealed));
    item.put(READ_AT, number(calendar.readAt().toEpochMilli()));
    item.put(VERSION, number(calendar.version()));
    return item;
  }

  Followed read(Map<String, AttributeValue> item) {
    var user = new UserId(required(item, USER).s());
    Personal sealed = SealedText.of(item);
    Inside inside = Json.MAPPER.readValue(vault.open(user, sealed), Inside.class);
    return new Followed(
        new CalendarId(user, inside.name()),
        inside.token(),
        readAt(item),
        inside.untold(),
        Long.parseLong(required(item, VERSION).n()));
  }

  static Instant readAt(Map<String, AttributeValue> item) {
    return Instant.ofEpochMilli(Long.parseLong(required(item, READ_AT).n()));
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute);
  }
}
