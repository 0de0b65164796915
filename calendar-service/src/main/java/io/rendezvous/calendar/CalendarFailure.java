package io.rendezvous.calendar;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** Why a calendar could not do it; written to the journal, so it holds no personal text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "failure")
public sealed interface CalendarFailure {
  /** There is no such calendar, or no such event on it. */
  @JsonTypeName("not-found")
  record NotFound() implements CalendarFailure {}

  /** It kept changing while we tried. */
  @JsonTypeName("conflict")
  record Conflict() implements CalendarFailure {}

  /** The user's grant does not reach this far, or is gone. */
  @JsonTypeName("unauthorized")
  record Unauthorized() implements CalendarFailure {}

  /** The provider cannot be reached now; the same call may be tried again. */
  @JsonTypeName("unavailable")
  record Unavailable() implements CalendarFailure {}

  /** The calendar does not take this; {@code reason} says what it would take, in English. */
  @JsonTypeName("invalid")
  record Invalid(String reason) implements CalendarFailure {}

  /** It was left as it is, since others have edited it since. */
  @JsonTypeName("edited")
  record Edited() implements CalendarFailure {}

  /** It had been approved, but too long ago. */
  @JsonTypeName("expired")
  record Expired() implements CalendarFailure {}

  /** The call had been given up before. */
  @JsonTypeName("closed")
  record Closed() implements CalendarFailure {}
}
