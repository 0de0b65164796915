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
   * @param attempt tells this intention from those before it, from 1
   * @param at when it was begun
   */
  record Intended(Effect effect, int attempt, Instant at) implements Entry {}
}
