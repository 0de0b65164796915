package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has changed since a token of Google's. A token grows old and is then answered with 410: what
 * there is now is read as a whole, which is how it began too.
 */
final class Sync {
  private final Api api;
  private final EventReader reader;
  private final GoogleSettings limits;

  Sync(Api api, EventReader reader, GoogleSettings limits) {
    this.api = api;
    this.reader = reader;
    this.limits = limits;
  }

  Outcome<Changes> since(CalendarId calendar, Place place, @Nullable String token) {
    if (token == null) {
      return all(calendar, place, null).outcome();
    }
    Answer<Changes> changes = all(calendar, place, token);
    return changes instanceof Answer.Refused<Changes>(Refusal.Gone _, _)
        ? all(calendar, place, null).outcome()
        : changes.outcome();
  }

  /** An event that changes while the pages are read comes twice: the last one counts. */
  private Answer<Changes> all(CalendarId calendar, Place place, @Nullable String token) {
    var latest = new LinkedHashMap<String, Optional<CalendarEvent>>();
    String page = null;
    for (int read = 0; read < limits.changePages(); read++) {
      Answer<Events> answer = events(place, token, page);
      if (answer instanceof Answer.Refused<Events>(Refusal refusal, boolean doubtful)) {
        return new Answer.Refused<>(refusal, doubtful);
      }
      Events events = ((Answer.Given<Events>) answer).value();
      note(calendar, events, latest);
      page = events.getNextPageToken();
      if (page == null) {
        return new Answer.Given<>(changes(latest, events.getNextSyncToken(), token == null));
      }
    }
    return new Answer.Refused<>(
        new Refusal.Told(
            new CalendarFailure.Invalid("This calendar holds more events than are followed.")),
        false);
  }

  private void note(CalendarId calendar, Events page, Map<String, Optional<CalendarEvent>> latest) {
    for (Event event : Models.items(page)) {
      String id = RemoteIds.local(event);
      latest.remove(id);
      latest.put(
          id,
          EventReader.isThere(event)
              ? Optional.of(reader.plain(calendar, event, Zones.zone(page)))
              : Optional.empty());
    }
  }

  private static Changes changes(
      Map<String, Optional<CalendarEvent>> latest, String token, boolean whole) {
    return new Changes(
        latest.values().stream().flatMap(Optional::stream).toList(),
        latest.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList(),
        token,
        whole);
  }

  /** All but the token must be the same from page to page, and each time, or Google refuses it. */
  private Answer<Events> events(Place place, @Nullable String token, @Nullable String page) {
    return api.ask(
        place,
        google ->
            google
                .events()
                .list(place.remote())
                .setShowDeleted(true)
                .setMaxResults(limits.pageSize())
                .setSyncToken(token)
                .setPageToken(page));
  }
}
