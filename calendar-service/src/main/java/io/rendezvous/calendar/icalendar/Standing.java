package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventFacts;
import io.rendezvous.common.calendar.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how a user stands to an event: whether it is hers, and whether she comes. */
final class Standing {
  private Standing() {}

  static EventFacts of(
      Component event, @Nullable String address, @Nullable String series, String original) {
    Optional<String> organizer = event.first("ORGANIZER").flatMap(People::address);
    boolean byOthers = organizer.filter(other -> !other.equalsIgnoreCase(address)).isPresent();
    boolean declined =
        EventSet.isCancelled(event)
            || People.read(event).stream()
                .filter(attendee -> attendee.response() == Response.DECLINED)
                .anyMatch(attendee -> attendee.person().equalsIgnoreCase(address));
    return new EventFacts(byOthers, declined, series, null, original);
  }
}
