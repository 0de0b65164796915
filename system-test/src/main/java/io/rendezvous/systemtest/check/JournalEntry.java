package io.rendezvous.systemtest.check;

import io.rendezvous.systemtest.check.evidence.Item;

/**
 * What the calendar's journal says of one call.
 *
 * @param kind {@code CREATED}, {@code CHANGED}, {@code DELETED}, or empty where it had no effect
 * @param before the event before; empty where there was none
 * @param after the event after; empty where there is none
 */
record JournalEntry(String user, String call, String kind, Item before, Item after) {
  static JournalEntry of(Item item) {
    return new JournalEntry(
        item.text("user"),
        item.text("call"),
        item.text("kind"),
        item.map("before"),
        item.map("after"));
  }

  boolean hadEffect() {
    return !kind.isEmpty();
  }

  /** The event touched, as its owner's. */
  String event() {
    Item image = kind.equals("DELETED") ? before : after;
    return image.text("owner") + "/" + image.text("event");
  }

  String eventId() {
    return (kind.equals("DELETED") ? before : after).text("event");
  }
}
