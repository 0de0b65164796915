package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Events;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists a calendar, series as their occurrences, which Google works out itself. Its pages are read
 * whole and shown in parts, so that a page of ours may be of any size.
 */
final class Listing {
  /** What is shown; conferences, attachments and the like would only take time. */
  private static final String FIELDS =
      "timeZone,nextPageToken,items(id,etag,status,htmlLink,summary,description,location,creator,"
          + "organizer,start,end,recurrence,recurringEventId,originalStartTime,transparency,"
          + "attendees,reminders,eventType)";

  private final Api api;
  private final EventReader reader;
  private final GoogleSettings limits;

  Listing(Api api, EventReader reader, GoogleSettings limits) {
    this.api = api;
    this.reader = reader;
    this.limits = limits;
  }

  /** One more than the limit is looked for, to know whether there is a next page. */
  Outcome<EventPage> page(
      CalendarId calendar, Place place, Period period, int limit, @Nullable ListCursor cursor) {
    var found = new ArrayList<CalendarEvent>();
    var cursors = new ArrayList<ListCursor>();
    String token = cursor == null ? null : cursor.page();
    for (int read = 0; read == 0 || token != null; read++) {
      if (token != null && read == limits.listPages()) {
        // It has read enough for once: whoever wants more goes on at Google's next page.
        return new Outcome.Done<>(new EventPage(found, ListCursor.at(token).opaque()));
      }
      Outcome<Events> answer = events(place, period, token);
      if (!(answer instanceof Outcome.Done<Events>(Events page))) {
        return answer.map(_ -> new EventPage(List.of(), null));
      }
      for (CalendarEvent event : shown(calendar, period, page, read == 0 ? cursor : null)) {
        if (found.size() == limit) {
          return new Outcome.Done<>(new EventPage(found, cursors.getLast().opaque()));
        }
        found.add(event);
        cursors.add(ListCursor.after(token, event));
      }
      token = page.getNextPageToken();
    }
    return new Outcome.Done<>(new EventPage(found, null));
  }

  private List<CalendarEvent> shown(
      CalendarId calendar, Period period, Events page, @Nullable ListCursor cursor) {
    ZoneId zone = Zones.zone(page);
    return Models.items(page).stream()
        .filter(EventReader::isThere)
        .map(event -> reader.plain(calendar, event, zone))
        .filter(event -> event.time().overlaps(period.from(), period.to()))
        .filter(event -> cursor == null || cursor.isBefore(event))
        .sorted(ListCursor.ORDER)
        .toList();
  }

  /**
   * Google counts in whole seconds and leaves out what ends where the period begins, a moment too:
   * it is asked for a little more than the period, and what does not overlap is left out here.
   */
  private Outcome<Events> events(Place place, Period period, @Nullable String token) {
    Instant from = period.from().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
    Instant to = period.to().minusNanos(1).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    return api.ask(
            place,
            google ->
                google
                    .events()
                    .list(place.remote())
                    .setSingleEvents(true)
                    .setOrderBy("startTime")
                    .setTimeMin(Times.written(from))
                    .setTimeMax(Times.written(to))
                    .setMaxResults(limits.pageSize())
                    .setPageToken(token)
                    .setFields(FIELDS))
        .outcome();
  }
}
