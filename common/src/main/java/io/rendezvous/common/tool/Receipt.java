package io.rendezvous.common.tool;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The proof of an effect: what was touched, how, and the version that it left.
 *
 * @param effect the id of what was touched, an event's say
 * @param etag the version left behind; null where nothing is left
 * @param preImage names the journal entry that holds what was there before; null for a creation
 */
public record Receipt(
    Kind kind, String calendar, String effect, @Nullable String etag, @Nullable String preImage) {
  public Receipt {
    requireNonNull(kind, "kind");
    requireNonNull(calendar, "calendar");
    requireNonNull(effect, "effect");
  }

  /** What was done. */
  public enum Kind {
    CREATED,
    CHANGED,
    DELETED
  }
}
