package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import io.rendezvous.calendar.Outcome;
import java.time.ZoneId;

/**
 * Where a calendar's days are meant. Events of whole days do not say it, and the scope for events
 * does not reach the calendar itself; but each listing tells.
 */
final class Zones {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final Api api;

  Zones(Api api) {
    this.api = api;
  }

  Outcome<ZoneId> of(Place place) {
    return api.ask(
            place,
            google -> google.events().list(place.remote()).setMaxResults(1).setFields("timeZone"))
        .outcome()
        .map(Zones::zone);
  }

  /** Asked for only where the event does not say it itself. */
  Outcome<ZoneId> of(Place place, Event event) {
    return event.getStart() != null && Times.needsZone(event.getStart())
        ? of(place)
        : new Outcome.Done<>(UTC);
  }

  /** The zone that a listing tells. */
  static ZoneId zone(Events events) {
    ZoneId zone = Times.zone(events.getTimeZone());
    return zone == null ? UTC : zone;
  }
}
