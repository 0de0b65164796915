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
import java.util.Comparator;
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
      CalendarId calendar, Place place, Period period, int limit, ListCursor from) {
    var found = new ArrayList<CalendarEvent>();
    ListCursor cursor = from;
    for (int read = 0; read < limits.listPages(); read++) {
      Outcome<Events> answer = events(place, period, cursor.page());
      if (!(answer instanceof Outcome.Done<Events>(Events page))) {
        return answer.map(_ -> new EventPage(List.of(), null));
      }
      for (CalendarEvent event : left(calendar, period, page, cursor)) {
        if (found.size() == limit) {
          return new Outcome.Done<>(new EventPage(found, cursor.opaque()));
        }
        found.add(event);
        cursor = cursor.showing(event);
      }
      if (page.getNextPageToken() == null) {
        return new Outcome.Done<>(new EventPage(found, null));
      }
      cursor = ListCursor.at(page.getNextPageToken());
    }
    // It has read enough for once: whoever wants more goes on at Google's next page.
    return new Outcome.Done<>(new EventPage(found, cursor.opaque()));
  }

  private List<CalendarEvent> left(
      CalendarId calendar, Period period, Events page, ListCursor cursor) {
    ZoneId zone = Zones.zone(page);
    return Models.items(page).stream()
        .filter(EventReader::isThere)
        .map(event -> reader.plain(calendar, event, zone))
        .filter(event -> event.time().overlaps(period.from(), period.to()))
        .filter(cursor::isBefore)
        .sorted(Comparator.comparing(event -> event.time().start()))
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
