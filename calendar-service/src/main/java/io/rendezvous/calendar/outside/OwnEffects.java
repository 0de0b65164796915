package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What we have done to a calendar ourselves, which its provider tells us as any other change. */
record OwnEffects(List<Effect> effects) {
  /** Between an effect's being begun and its being seen; clocks differ too. */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  /** Beyond so many of one user, the oldest are told as if they were others'. */
  private static final int MOST = 1_000;

  OwnEffects {
    effects = List.copyOf(effects);
  }

  static OwnEffects since(Journal journal, CalendarId calendar, Instant readAt) {
    return new OwnEffects(
        journal.begunSince(calendar.owner(), readAt.minus(MARGIN), MOST).stream()
            .filter(effect -> effect.event().calendar().equals(calendar))
            .toList());
  }

  /** Whether an event is as one of them has left it. */
  boolean left(CalendarEvent event) {
    return effects.stream().anyMatch(effect -> left(effect, event));
  }

  private static boolean left(Effect effect, CalendarEvent event) {
    CalendarEvent ours = effect.event();
    if (!ours.seriesId().equals(event.seriesId())) {
      return false;
    }
    boolean same = ours.id().equals(event.id());
    return switch (effect) {
      // A provider may give another version of its own to what it has just taken.
      case Effect.Created _, Effect.Changed _ ->
          ours.etag().equals(event.etag())
              || (same
                  ? ContentFields.different(ours.content(), event.content()).isEmpty()
                  : hasUnknownVersion(ours));
      // Where occurrences are part of their series, it is the series that changes.
      case Effect.Deleted _ -> !same && ours.seriesId().equals(event.id());
    };
  }

  /** A server that changes what it is given does not tell which version that is. */
  private static boolean hasUnknownVersion(CalendarEvent ours) {
    return ours.etag().isEmpty();
  }

  /** Whether one of them has taken an event away. */
  boolean removed(String event) {
    return effects.stream().anyMatch(effect -> removed(effect, event));
  }

  private static boolean removed(Effect effect, String event) {
    String ours = effect.event().id();
    boolean partOfOurs = Occurrences.isOne(event) && Occurrences.series(event).equals(ours);
    return switch (effect) {
      case Effect.Deleted _ -> ours.equals(event) || partOfOurs;
      // A series that ends earlier loses occurrences.
      case Effect.Changed _ -> partOfOurs;
      case Effect.Created _ -> false;
    };
  }

  /** The events that they have taken away. */
  List<String> removed() {
    return effects.stream()
        .filter(Effect.Deleted.class::isInstance)
        .map(effect -> effect.event().id())
        .toList();
  }
}
