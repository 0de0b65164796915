package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventFacts;
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
            || event.all("ATTENDEE").stream()
                .filter(
                    line ->
                        People.address(line).filter(a -> a.equalsIgnoreCase(address)).isPresent())
                .anyMatch(
                    line ->
                        line.parameter("PARTSTAT")
                            .filter("DECLINED"::equalsIgnoreCase)
                            .isPresent());
    return new EventFacts(byOthers, declined, series, null, original);
  }
}
