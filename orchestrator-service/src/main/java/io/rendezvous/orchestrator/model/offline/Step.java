package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarArguments;

/** What the assistant does next. */
sealed interface Step {
  /** The turn is answered. */
  record Say(String text) implements Step {}

  record Call(String tool, CalendarArguments arguments) implements Step {}
}
