package io.rendezvous.calendar.journal;

import io.rendezvous.calendar.EffectId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks beside the entries: which effect is undone by which, and which are undoings. */
final class UndoneMarks {
  private static final String UNDONE = "undone:";
  private static final String UNDOING = "undoing:";
  private static final String BY = "by";

  private UndoneMarks() {}

  static Map<String, AttributeValue> undoneKey(UserId user, EffectId effect) {
    return key(user, UNDONE + effect);
  }

  static Map<String, AttributeValue> undoingKey(UserId user, EffectId effect) {
    return key(user, UNDOING + effect);
  }

  static Map<String, AttributeValue> undone(UserId user, EffectId effect, EffectId by) {
    var item = new HashMap<>(undoneKey(user, effect));
    item.put(BY, AttributeValue.fromS(by.value()));
    return item;
  }

  static Map<String, AttributeValue> undoing(UserId user, EffectId by) {
    return undoingKey(user, by);
  }

  /** An undo that comes again must find what it found before. */
  static boolean isOpen(Map<String, AttributeValue> mark, CallId by) {
    AttributeValue known = mark.get(BY);
    return known == null || EffectId.parse(known.s()).call().equals(by);
  }

  private static Map<String, AttributeValue> key(UserId user, String mark) {
    return Map.of(
        JournalItems.USER,
        AttributeValue.fromS(user.value()),
        JournalItems.EFFECT,
        AttributeValue.fromS(mark));
  }
}
