package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the events of a page from objects, in whatever order they come. */
public final class PageOfEvents {
  private final CalendarId calendar;
  private final Period period;
  private final int limit;
  private final @Nullable PageCursor after;
  private final List<CalendarEvent> found = new ArrayList<>();

  /**
   * An empty page.
   *
   * @param after where the page before ended; null for the first
   */
  public PageOfEvents(CalendarId calendar, Period period, int limit, @Nullable PageCursor after) {
    this.calendar = calendar;
    this.period = period;
    this.limit = limit;
    this.after = after;
  }

  /**
   * Adds what the object has for the page, and one more to know whether there is a next page.
   *
   * @return whether it had something
   */
  public boolean add(String name, Held held) {
    var object = new EventName(name, null);
    int before = found.size();
    for (HappensAt at : held.object().within(period, at -> isAfter(object, at), limit + 1)) {
      if (held.event(calendar, name(object, at))
          instanceof Outcome.Done<CalendarEvent>(CalendarEvent event)) {
        found.add(
            new CalendarEvent(
                event.id(), calendar, event.content(), event.etag(), event.facts().plain()));
      }
    }
    return found.size() > before;
  }

  public EventPage page() {
    found.sort(Comparator.comparing(PageCursor::of));
    return found.size() > limit
        ? new EventPage(found.subList(0, limit), PageCursor.of(found.get(limit - 1)).opaque())
        : new EventPage(found, null);
  }

  private boolean isAfter(EventName object, HappensAt at) {
    return after == null
        || new PageCursor(at.time().start().getEpochSecond(), name(object, at).id())
                .compareTo(after)
            > 0;
  }

  private static EventName name(EventName object, HappensAt at) {
    return at.occurrence() == null ? object : object.at(Objects.requireNonNull(at.occurrence()));
  }
}
