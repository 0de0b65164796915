package io.rendezvous.calendar.journal;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;

/** What a provider answered to one conditional write. */
public sealed interface Written {
  /** It is as planned; {@code event} is what the provider holds now, or held last. */
  record Done(CalendarEvent event) implements Written {}

  /** Its condition does not hold: the event is there already, is another version, or is gone. */
  record Outrun() implements Written {}

  /** The provider does not take it, or cannot be reached. */
  record Failed(CalendarFailure failure) implements Written {}
}
