package io.rendezvous.calendar.google;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.util.Optional;

/** A calendar at Google, and whose account it is asked for with. */
record Place(UserId user, AccountId account, String remote) {
  /** NotFound where the name is not one of an account's calendars. */
  static Outcome<Place> of(CalendarId calendar) {
    Optional<String> remote = calendar.remote().filter(id -> !id.isEmpty());
    return remote.isPresent()
        ? new Outcome.Done<>(
            new Place(calendar.owner(), calendar.account().orElseThrow(), remote.get()))
        : new Outcome.Failed<>(new CalendarFailure.NotFound());
  }
}
