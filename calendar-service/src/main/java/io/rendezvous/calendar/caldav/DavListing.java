package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.caldav.DavResource.CALDAV;
import static io.rendezvous.calendar.caldav.Multistatus.DAV;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.icalendar.Held;
import io.rendezvous.calendar.icalendar.PageCursor;
import io.rendezvous.calendar.icalendar.PageOfEvents;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lists events: the server finds the objects, and when they happen is worked out here. */
final class DavListing {
  private final DavClient client;

  DavListing(DavClient client) {
    this.client = client;
  }

  Outcome<EventPage> list(
      CalendarId calendar,
      Collection collection,
      Period period,
      int limit,
      @Nullable PageCursor after) {
    return client
        .read(
            collection.account(), DavRequest.report(collection.uri(), 1, Questions.events(period)))
        .then(answer -> Multistatus.parse(answer.body()))
        .map(
            found -> {
              var page = new PageOfEvents(calendar, period, limit, after);
              each(collection, found, (name, held) -> page.add(name.id(), held));
              return page.page();
            });
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
