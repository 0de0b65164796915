package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.EventName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has changed since a token (RFC 6578). */
final class DavChanges {
  private static final String TOKEN_IS_KNOWN = "valid-sync-token";
  private static final int GONE = 404;

  /** Told of the calendar itself, where one answer does not hold all. */
  private static final int THERE_IS_MORE = 507;

  private final DavClient client;
  private final CalDavSettings settings;

  DavChanges(DavClient client, CalDavSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  Outcome<Changes> since(CalendarId calendar, Collection collection, @Nullable String token) {
    Set<String> changed = new LinkedHashSet<>();
    Set<String> deleted = new LinkedHashSet<>();
    boolean whole = token == null;
    @Nullable String next = token;
    for (int round = 0; round < settings.syncRounds(); round++) {
      Outcome<DavAnswer> answer =
          client.send(
              collection.account(),
              DavRequest.report(collection.uri(), 0, Questions.changes(next)));
      if (next != null && isTokenUnknown(answer)) {
        return since(calendar, collection, null);
      }
      switch (answer.then(DavChanges::parsed)) {
        case Outcome.Failed<Multistatus>(CalendarFailure failure) -> {
          return new Outcome.Failed<>(failure);
        }
        case Outcome.Done<Multistatus>(Multistatus found) -> {
          if (found.token().isEmpty()) {
            return cannotTell();
          }
          next = found.token().get();
          boolean more = false;
          for (DavResource resource : found.resources()) {
            more |= resource.status() == THERE_IS_MORE;
            sort(resource, changed, deleted);
          }
          if (!more) {
            String last = next;
            return events(calendar, collection, List.copyOf(changed))
                .map(events -> new Changes(events, ids(deleted), last, whole));
          }
        }
      }
    }
    return new Outcome.Failed<>(new CalendarFailure.Unavailable());
  }

  private static void sort(DavResource resource, Set<String> changed, Set<String> deleted) {
    if (ObjectName.ofHref(resource.href()).isEmpty() || resource.status() == THERE_IS_MORE) {
      return;
    }
    boolean isGone = resource.status() == GONE;
    (isGone ? changed : deleted).remove(resource.href());
    (isGone ? deleted : changed).add(resource.href());
  }

  /** Series as such; what has gone meanwhile is told the next time. */
  private Outcome<List<CalendarEvent>> events(
      CalendarId calendar, Collection collection, List<String> hrefs) {
    var events = new ArrayList<CalendarEvent>();
    for (int from = 0; from < hrefs.size(); from += settings.eventsAtOnce()) {
      List<String> some =
          hrefs.subList(from, Math.min(hrefs.size(), from + settings.eventsAtOnce()));
      Outcome<Multistatus> found =
          client
              .read(
                  collection.account(),
                  DavRequest.report(collection.uri(), 1, Questions.named(some)))
              .then(answer -> Multistatus.parse(answer.body()));
      if (found instanceof Outcome.Failed<Multistatus>(CalendarFailure failure)) {
        return new Outcome.Failed<>(failure);
      }
      found.map(
          multistatus -> {
            DavListing.each(
                collection,
                multistatus,
                (name, held) ->
                    held.event(calendar, new EventName(name.id(), null)).map(events::add));
            return events;
          });
    }
    return new Outcome.Done<>(events);
  }

  private static List<String> ids(Set<String> hrefs) {
    return hrefs.stream()
        .map(ObjectName::ofHref)
        .flatMap(Optional::stream)
        .map(ObjectName::id)
        .toList();
  }

  private static boolean isTokenUnknown(Outcome<DavAnswer> outcome) {
    return outcome instanceof Outcome.Done<DavAnswer>(DavAnswer answer)
        && !answer.isFine()
        && Multistatus.isAbout(answer.body(), TOKEN_IS_KNOWN);
  }

  private static Outcome<Multistatus> parsed(DavAnswer answer) {
    return answer.isFine()
        ? Multistatus.parse(answer.body())
        : new Outcome.Failed<>(answer.failure());
  }

  private static Outcome<Changes> cannotTell() {
    return new Outcome.Failed<>(
        new CalendarFailure.Invalid("The calendar server does not tell what has changed."));
  }
}
