package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.CalendarId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar that is followed, and how far.
 *
 * @param token what to ask with; null where it was never asked
 * @param readAt when the token was given
 * @param untold what is to be said before it is asked again; null where nothing is
 * @param version how often this was written
 */
record Followed(
    CalendarId id, @Nullable String token, Instant readAt, @Nullable Untold untold, long version) {
  static Followed from(CalendarId id, Instant now) {
    return new Followed(id, null, now, null, 1);
  }

  /** Further, with nothing to tell. */
  Followed at(String next, Instant now) {
    return new Followed(id, next, now, null, version + 1);
  }

  /** Not further before this is told. */
  Followed telling(Untold news, Instant now) {
    return new Followed(id, token, now, news, version + 1);
  }

  /** It is told. */
  Followed told(Untold news) {
    return new Followed(id, news.next(), readAt, null, version + 1);
  }

  /** Without what is written beside the rest, or is where it is written. */
  @Override
  public String toString() {
    return "Followed[" + id.mark() + "]";
  }
}
