package io.rendezvous.calendar;

import org.jspecify.annotations.Nullable;

/**
 * What only the provider says of an event.
 *
 * @param byOthers whether somebody else has written it: its words are not to be trusted
 * @param declined whether the user has declined it
 * @param series the id of the series that it is an occurrence of; null where it is none
 * @param link to it at the provider; null where there is none
 * @param original the event in the provider's own form, to undo what is done to it to the letter;
 *     null where its other fields say all, and in listings
 */
public record EventFacts(
    boolean byOthers,
    boolean declined,
    @Nullable String series,
    @Nullable String link,
    @Nullable String original) {
  /** Of an event of the user's own. */
  public static final EventFacts OWN = new EventFacts(false, false, null, null, null);

  /** The same without the provider's own form. */
  public EventFacts plain() {
    return new EventFacts(byOthers, declined, series, link, null);
  }
}
