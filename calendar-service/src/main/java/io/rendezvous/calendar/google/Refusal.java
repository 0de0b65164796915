package io.rendezvous.calendar.google;

import io.rendezvous.calendar.CalendarFailure;

/** Why Google did not do what it was asked for. */
sealed interface Refusal {
  /** There is no such calendar or event. */
  record Missing() implements Refusal {}

  /** It is deleted already, or the token is too old. */
  record Gone() implements Refusal {}

  /** The id is taken, also where the event that has it is deleted. */
  record Taken() implements Refusal {}

  /** It is another version than the one asked for. */
  record OtherVersion() implements Refusal {}

  /** What is to be told of it. */
  record Told(CalendarFailure why) implements Refusal {}

  default CalendarFailure failure() {
    return switch (this) {
      case Missing _, Gone _ -> new CalendarFailure.NotFound();
      case Taken _, OtherVersion _ -> new CalendarFailure.Conflict();
      case Told(var why) -> why;
    };
  }
}
