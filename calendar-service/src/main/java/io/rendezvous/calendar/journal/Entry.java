package io.rendezvous.calendar.journal;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import java.time.Instant;

/** What the journal knows of an effect. */
public sealed interface Entry {
  /** It has happened. */
  record Done(Effect effect) implements Entry {}

  /** It has not happened, and never will. */
  record Refused(CalendarFailure failure) implements Entry {}

  /**
   * It was begun at a provider, and nobody has told what came of it.
   *
   * @param attempt tells this intention from those before it; odd once it is resumed
   * @param at when it was begun
   */
  record Intended(Effect effect, int attempt, Instant at) implements Entry {
    /** A new one, which only whoever has written it carries out. */
    static Intended planned(Effect effect, int attempt, Instant at) {
      return new Intended(effect, 2 * attempt, at);
    }

    /** Whether a delivery has taken it up that cannot know whether it was carried out. */
    boolean isResumed() {
      return attempt % 2 == 1;
    }

    Intended resumed() {
      return isResumed() ? this : new Intended(effect, attempt + 1, at);
    }
  }
}
