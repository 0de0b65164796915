package io.rendezvous.orchestrator.conversation;

import io.rendezvous.common.command.Report.ChangedOutside;
import io.rendezvous.common.event.Event.CalendarChanged;
import io.rendezvous.common.id.TurnId;
import java.util.List;
import java.util.stream.Stream;

/** What others do to the user's calendars: it is recorded, and starts and ends nothing. */
final class Outside {
  /** A report is repeated before others follow it, but other accounts report meanwhile. */
  static final int REMEMBERED = 32;

  private Outside() {}

  static void tell(Draft draft, ChangedOutside report) {
    if (!draft.state().told().contains(report.turn())) {
      Prompts.begin(draft, report.conversation());
      draft.add(new CalendarChanged(report.turn(), report.changes()));
    }
  }

  static Conversation told(Conversation before, TurnId turn) {
    List<TurnId> told = Stream.concat(before.told().stream(), Stream.of(turn)).toList();
    return before.withTold(told.subList(Math.max(0, told.size() - REMEMBERED), told.size()));
  }
}
