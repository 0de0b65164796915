package io.rendezvous.systemtest.check;

import io.rendezvous.systemtest.check.evidence.Item;

/**
 * What the journal of effects says of one.
 *
 * @param effect its id: the call's, with a plus and a step from the second on
 * @param from the version that it followed on; empty for a creation
 * @param to the version that it left; empty for a deletion
 */
record JournalEntry(
    String user,
    String effect,
    String kind,
    String calendar,
    String event,
    String from,
    String to) {
  static JournalEntry of(Item item) {
    return new JournalEntry(
        item.text("user"),
        item.text("effect"),
        item.text("kind"),
        item.text("calendar"),
        item.text("event"),
        item.text("from"),
        item.text("to"));
  }

  boolean hadEffect() {
    return !kind.isEmpty();
  }

  /** The call whose effect it is. */
  String call() {
    int step = effect.indexOf('+');
    return step < 0 ? effect : effect.substring(0, step);
  }

  /** The object touched, as its owner's; an occurrence is a part of its series. */
  String object() {
    int occurrence = event.indexOf('~');
    return user + "/" + calendar + "/" + (occurrence < 0 ? event : event.substring(0, occurrence));
  }
}
