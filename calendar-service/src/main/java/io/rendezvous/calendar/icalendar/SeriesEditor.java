package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Restoration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Edits all of an object, or one occurrence of it. */
record SeriesEditor(EventSet events, Instant now) {

  /** Throws where the content cannot be written. */
  EventSet all(EventContent content) {
    Component before = events.main();
    Component after = editor().edit(before, content);
    if (events.master().isEmpty()) {
      return events.withException(name(before), after);
    }
    var shift = new Shift(reader().start(before), reader().start(after));
    if (!shift.isNone() && EventReader.recurrence(before).equals(EventReader.recurrence(after))) {
      after = shift.rules(after, events.zones());
    }
    var all = new ArrayList<Component>(List.of(after));
    if (EventReader.recurrence(after).isSeries()) {
      for (Component exception : events.exceptions().values()) {
        all.add(following(exception, before, after, shift));
      }
    }
    return events.with(all);
  }

  EventSet one(String occurrence, Component event, EventContent content) {
    return events.withException(occurrence, editor().edit(event, content));
  }

  /** What one occurrence would be as an exception, saying nothing else than the series. */
  Component exceptionAt(Moment start) {
    Component master = events.main();
    var lines = new ArrayList<ContentLine>();
    for (ContentLine line : master.lines()) {
      switch (line.name().toUpperCase(Locale.ROOT)) {
        case "RRULE", "RDATE", "EXDATE", "EXRULE" -> {}
        case "DTSTART" -> {
          lines.add(line);
          lines.add(TimeLines.likeStart(master, EventSet.RECURRENCE_ID, start));
        }
        default -> lines.add(line);
      }
    }
    return new TimeLines(events.zones())
        .put(master.withLines(lines), reader().occurrence(master, start).time());
  }

  /** With the occurrence taken out; where there is no series to take it from, it is cancelled. */
  EventSet without(String occurrence) {
    Optional<Component> master = events.master();
    if (master.isEmpty()) {
      Component cancelled =
          events
              .exceptions()
              .getOrDefault(occurrence, events.main())
              .putting(new ContentLine("STATUS", "CANCELLED"));
      return events.withException(occurrence, editor().stamped(cancelled, true));
    }
    Moment start = Exclusions.start(master.get(), occurrence, reader());
    Component without = master.get().adding(TimeLines.likeStart(master.get(), "EXDATE", start));
    return events.withoutException(occurrence).withMaster(editor().stamped(without, true));
  }

  /** With the occurrence as it was, be it there or not. */
  EventSet restoring(String occurrence, EventSet was) {
    EventSet bare = events.withoutException(occurrence);
    EventSet there =
        events
            .master()
            .flatMap(master -> Exclusions.without(master, occurrence, events.zones()))
            .map(master -> bare.withMaster(editor().stamped(master, true)))
            .orElse(bare);
    Component exception = was.exceptions().get(occurrence);
    return exception == null ? there : there.withException(occurrence, exception);
  }

  /** An exception follows the series wherever it said the same as that. */
  private Component following(Component exception, Component before, Component after, Shift shift) {
    Moment start = Exclusions.start(before, name(exception), reader());
    Moment moved = shift.isNone() ? start : shift.moved(start);
    EventContent then = reader().occurrence(before, start);
    EventContent now = reader().occurrence(after, moved);
    EventContent merged = Restoration.of(now, then, reader().content(exception)).content();
    Component edited = editor().edit(exception, merged);
    return shift.isNone()
        ? edited
        : edited.putting(TimeLines.likeStart(after, EventSet.RECURRENCE_ID, moved));
  }

  private String name(Component exception) {
    return exception
        .first(EventSet.RECURRENCE_ID)
        .map(line -> events.zones().read(line).key())
        .orElseThrow();
  }

  private EventReader reader() {
    return new EventReader(events.zones());
  }

  private EventEditor editor() {
    return new EventEditor(events.zones(), now);
  }
}
