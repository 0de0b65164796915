package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.caldav.DavResource.CALDAV;
import static io.rendezvous.calendar.caldav.Multistatus.DAV;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.icalendar.Held;
import io.rendezvous.calendar.icalendar.PageCursor;
import io.rendezvous.calendar.icalendar.PageOfEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lists events: the server finds the objects, and when they happen is worked out here. */
final class DavListing {
  private final DavClient client;
  private final CalDavSettings settings;

  DavListing(DavClient client, CalDavSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  Outcome<EventPage> list(
      CalendarId calendar,
      Collection collection,
      Period period,
      int limit,
      @Nullable PageCursor after) {
    return found(collection, Questions.events(period))
        .then(
            events ->
                series(collection)
                    .map(
                        series -> {
                          var page = new PageOfEvents(calendar, period, limit, after);
                          Map<ObjectName, Held> objects = new LinkedHashMap<>();
                          each(collection, events, objects::put);
                          each(collection, series, objects::put);
                          objects.forEach((name, held) -> page.add(name.id(), held));
                          return page.page();
                        }));
  }

  /**
   * Series on their own: some servers look at the first time of a series alone (Xandikos does). One
   * that does not take the question is believed to have found them all.
   */
  private Outcome<Multistatus> series(Collection collection) {
    var none = new Multistatus(List.of(), Optional.empty());
    if (!settings.askForSeries()) {
      return new Outcome.Done<>(none);
    }
    Outcome<Multistatus> series = found(collection, Questions.SERIES);
    return series instanceof Outcome.Failed<Multistatus>(CalendarFailure.Invalid _)
        ? new Outcome.Done<>(none)
        : series;
  }

  private Outcome<Multistatus> found(Collection collection, String question) {
    return client
        .read(collection.account(), DavRequest.report(collection.uri(), 1, question))
        .then(answer -> Multistatus.parse(answer.body()));
  }

  /** What cannot be read is no event here, and takes no other event with it. */
  static void each(
      Collection collection, Multistatus found, BiConsumer<ObjectName, Held> consumer) {
    for (DavResource resource : found.resources()) {
      resource
          .text(CALDAV, "calendar-data")
          .flatMap(
              text ->
                  resource
                      .text(DAV, "getetag")
                      .map(etag -> DavStore.held(collection, text, etag.trim())))
          .ifPresent(
              held ->
                  ObjectName.ofHref(resource.href())
                      .ifPresent(
                          name -> {
                            if (held instanceof Outcome.Done<Held>(Held read)) {
                              consumer.accept(name, read);
                            }
                          }));
    }
  }
}
