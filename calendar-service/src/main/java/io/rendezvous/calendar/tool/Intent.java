package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.Scope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call with an effect is about to do.
 *
 * @param event that is touched; null where one is made
 * @param scope how much of a series is meant; null where nothing was said
 * @param told who is told of it
 * @param preview what the event would become
 * @param act does it, where the condition holds for the event as it is found
 */
record Intent(
    CalendarId calendar,
    @Nullable String event,
    @Nullable Scope scope,
    Notify told,
    Preview preview,
    Act act) {

  /** Works out what would be: nothing where the event would be gone. */
  @FunctionalInterface
  interface Preview {
    Outcome<Optional<EventContent>> of(Optional<CalendarEvent> before);
  }

  /** Has the effect. */
  @FunctionalInterface
  interface Act {
    Outcome<Effect> on(Condition condition);
  }

  static Notify notify(@Nullable Boolean asked) {
    return Boolean.TRUE.equals(asked) ? Notify.ATTENDEES : Notify.NOBODY;
  }
}
