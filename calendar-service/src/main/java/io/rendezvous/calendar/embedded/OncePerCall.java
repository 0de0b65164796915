package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Gives each call one outcome, recorded in the journal, however often and wherever it comes. */
final class OncePerCall {
  private final Journal journal;
  private final EffectWriter writer;
  private final EmbeddedSettings limits;

  OncePerCall(Journal journal, EffectWriter writer, EmbeddedSettings limits) {
    this.journal = journal;
    this.writer = writer;
    this.limits = limits;
  }

  /**
   * The call's outcome; it looks into the journal before each try, since a try that got no answer
   * may have succeeded.
   *
   * @param proposal reads what is there and says what is to be; asked again when that has changed
   */
  Outcome<Effect> run(UserId user, CallId call, Supplier<Outcome<Effect>> proposal) {
    for (int attempt = 1; attempt <= limits.editAttempts(); attempt++) {
      Optional<Outcome<Effect>> recorded = journal.find(user, call);
      if (recorded.isPresent()) {
        return recorded.get();
      }
      switch (proposal.get()) {
        case Outcome.Done<Effect>(Effect effect) when writer.write(effect) -> {
          return new Outcome.Done<>(effect);
        }
        case Outcome.Done<Effect> _ -> pause(attempt);
        case Outcome.Failed<Effect>(CalendarFailure failure) -> {
          return journal.refuse(user, call, failure);
        }
      }
    }
    return journal.refuse(user, call, new CalendarFailure.Conflict());
  }

  Optional<Effect> close(UserId user, CallId call) {
    return switch (journal.refuse(user, call, new CalendarFailure.Closed())) {
      case Outcome.Done<Effect>(Effect had) -> Optional.of(had);
      case Outcome.Failed<Effect> _ -> Optional.empty();
    };
  }

  /** Editors who met once must not meet again and again. */
  private void pause(int attempt) {
    long longest = limits.editPause().toNanos() * attempt;
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longest + 1));
  }
}
