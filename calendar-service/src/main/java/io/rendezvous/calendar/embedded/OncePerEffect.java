package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.Planned;
import io.rendezvous.calendar.journal.Entry;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.id.UserId;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Gives each effect one outcome, recorded in the journal, however often and wherever it comes. */
final class OncePerEffect {
  private final Journal journal;
  private final EffectWriter writer;
  private final EmbeddedSettings limits;

  OncePerEffect(Journal journal, EffectWriter writer, EmbeddedSettings limits) {
    this.journal = journal;
    this.writer = writer;
    this.limits = limits;
  }

  /**
   * The effect's outcome; it looks into the journal before each try, since a try that got no answer
   * may have succeeded.
   *
   * @param plan reads what is there and says what is to be; asked again when that has changed
   */
  Outcome<Effect> run(UserId user, EffectId effect, Supplier<Outcome<Planned>> plan) {
    for (int attempt = 1; attempt <= limits.editAttempts(); attempt++) {
      Optional<Entry> recorded = journal.find(user, effect);
      if (recorded.isPresent()) {
        return outcome(recorded.get());
      }
      switch (plan.get().map(writer::write)) {
        case Outcome.Done<Optional<Outcome<Effect>>>(var written) when written.isEmpty() ->
            pause(attempt);
        case Outcome.Done<Optional<Outcome<Effect>>>(var written) -> {
          return written.get() instanceof Outcome.Failed<Effect>(CalendarFailure failure)
              ? outcome(journal.refuse(user, effect, failure))
              : written.get();
        }
        case Outcome.Failed<Optional<Outcome<Effect>>>(CalendarFailure failure) -> {
          return outcome(journal.refuse(user, effect, failure));
        }
      }
    }
    return outcome(journal.refuse(user, effect, new CalendarFailure.Conflict()));
  }

  Outcome<Effect> close(UserId user, EffectId effect) {
    return outcome(journal.refuse(user, effect, new CalendarFailure.Closed()));
  }

  /** Event and entry are one transaction here, so there are no intentions. */
  private static Outcome<Effect> outcome(Entry entry) {
    return switch (entry) {
      case Entry.Done(var effect) -> new Outcome.Done<>(effect);
      case Entry.Refused(var failure) -> new Outcome.Failed<>(failure);
      case Entry.Intended _ ->
          throw new IllegalStateException("Expected no intention here, but there is one");
    };
  }

  /** Editors who met once must not meet again and again. */
  private void pause(int attempt) {
    long longest = limits.editPause().toNanos() * attempt;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest + 1));
  }
}
