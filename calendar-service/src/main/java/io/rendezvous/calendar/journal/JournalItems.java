package io.rendezvous.calendar.journal;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.SealedText;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Entries as items; effects are sealed whole. */
final class JournalItems {
  static final String USER = "user";
  static final String EFFECT = "effect";
  static final String AT = "at";
  static final String STATE = "state";
  static final String ATTEMPT = "attempt";
  static final AttributeValue DONE = AttributeValue.fromS("done");
  static final AttributeValue INTENDED = AttributeValue.fromS("intended");
  private static final AttributeValue REFUSED = AttributeValue.fromS("refused");
  private static final String FAILURE = "failure";
  private static final String KIND = "kind";
  private static final String CALENDAR = "calendar";
  private static final String EVENT = "event";
  private static final String FROM = "from";
  private static final String TO = "to";

  private final Vault vault;

  JournalItems(Vault vault) {
    this.vault = vault;
  }

  static Map<String, AttributeValue> key(UserId user, EffectId effect) {
    return Map.of(
        USER, AttributeValue.fromS(user.value()), EFFECT, AttributeValue.fromS(effect.value()));
  }

  Map<String, AttributeValue> write(UserId user, EffectId id, Entry entry, Instant at) {
    var item = new HashMap<>(key(user, id));
    item.put(AT, number(at.toEpochMilli()));
    switch (entry) {
      case Entry.Done(var effect) -> {
        item.put(STATE, DONE);
        proof(effect, item);
        seal(user, effect, item);
      }
      case Entry.Intended(var effect, int attempt, _) -> {
        item.put(STATE, INTENDED);
        item.put(ATTEMPT, number(attempt));
        seal(user, effect, item);
      }
      case Entry.Refused(var failure) -> {
        item.put(STATE, REFUSED);
        item.put(FAILURE, AttributeValue.fromS(Json.MAPPER.writeValueAsString(failure)));
      }
    }
    return item;
  }

  Entry read(UserId user, Map<String, AttributeValue> item) {
    AttributeValue failure = item.get(FAILURE);
    if (failure != null) {
      return new Entry.Refused(Json.MAPPER.readValue(failure.s(), CalendarFailure.class));
    }
    Effect effect = open(user, item);
    return required(item, STATE).equals(DONE)
        ? new Entry.Done(effect)
        : new Entry.Intended(
            effect,
            Integer.parseInt(required(item, ATTEMPT).n()),
            Instant.ofEpochMilli(Long.parseLong(required(item, AT).n())));
  }

  /** What an auditor checks without a key: which version of what followed on which. */
  private static void proof(Effect effect, Map<String, AttributeValue> item) {
    Receipt receipt = effect.receipt();
    item.put(KIND, AttributeValue.fromS(receipt.kind().name()));
    item.put(CALENDAR, AttributeValue.fromS(receipt.calendar()));
    item.put(EVENT, AttributeValue.fromS(receipt.effect()));
    String from =
        switch (effect) {
          case Effect.Created _ -> null;
          case Effect.Changed(_, var before, _, _) -> before.etag();
          case Effect.Deleted(_, var event, _) -> event.etag();
        };
    if (from != null) {
      item.put(FROM, AttributeValue.fromS(from));
    }
    if (receipt.etag() != null) {
      item.put(TO, AttributeValue.fromS(receipt.etag()));
    }
  }

  static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** How large the effect is here before it is sealed, which makes it a third larger. */
  static int size(Effect effect) {
    return packed(effect).length();
  }

  private static String packed(Effect effect) {
    return Packed.pack(Json.MAPPER.writeValueAsString(effect));
  }

  private void seal(UserId user, Effect effect, Map<String, AttributeValue> item) {
    Personal sealed = vault.seal(user, packed(effect));
    item.putAll(SealedText.attributes(sealed));
  }

  private Effect open(UserId user, Map<String, AttributeValue> item) {
    Personal sealed = SealedText.of(item);
    return Json.MAPPER.readValue(Packed.unpack(vault.open(user, sealed)), Effect.class);
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name);
  }
}
