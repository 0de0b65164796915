package io.rendezvous.calendar.outside;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.common.calendar.CalendarChanges;
import io.rendezvous.common.calendar.CalendarChanges.Change;
import io.rendezvous.common.calendar.CalendarChanges.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell of changes, and what is known after them.
 *
 * @param known empty where the calendar has too many events for that
 */
record News(CalendarChanges changes, Optional<KnownEvents> known) {
  /** Enough to know an event by. */
  private static final int TITLE = 200;

  boolean isNothing() {
    return changes.changes().isEmpty() && !changes.more();
  }

  /** Of a calendar that is read for the first time: there is nothing to tell. */
  static News first(Changes read, OutsideSettings limits) {
    return new News(
        new CalendarChanges(List.of(), false), kept(known(KnownEvents.NONE, read), limits));
  }

  /**
   * Of a calendar as it was known before.
   *
   * @param before empty where it was not
   */
  static News of(
      CalendarId calendar,
      Changes read,
      Optional<KnownEvents> before,
      OwnEffects own,
      OutsideSettings limits) {
    if (before.isEmpty()) {
      return read.whole()
          ? new News(
              new CalendarChanges(List.of(), true), kept(known(KnownEvents.NONE, read), limits))
          : new News(limited(unknown(calendar, read, own), false, limits), Optional.empty());
    }
    KnownEvents old = before.get();
    KnownEvents now = known(read.whole() ? KnownEvents.NONE : old, read);
    boolean lost = read.whole() && old.lostSome(now, own.removed());
    return new News(limited(changes(calendar, read, old, own), lost, limits), kept(now, limits));
  }

  private static KnownEvents known(KnownEvents before, Changes read) {
    var known = before.changing();
    read.changed().forEach(event -> known.put(event.id(), event.etag()));
    read.deleted().forEach(known::remove);
    return known.done();
  }

  private static Optional<KnownEvents> kept(KnownEvents known, OutsideSettings limits) {
    return known.size() <= limits.mostKnown() ? Optional.of(known) : Optional.empty();
  }

  private static List<Change> unknown(CalendarId calendar, Changes read, OwnEffects own) {
    var found = new ArrayList<Change>();
    read.changed().stream()
        .filter(event -> !own.left(event))
        .forEach(event -> found.add(change(event, What.CHANGED)));
    read.deleted().stream()
        .filter(event -> !own.removed(event))
        .forEach(event -> found.add(Change.deleted(calendar.name(), event)));
    return found;
  }

  private static List<Change> changes(
      CalendarId calendar, Changes read, KnownEvents before, OwnEffects own) {
    var found = new ArrayList<Change>();
    read.changed().stream()
        .filter(event -> !before.has(event.id(), event.etag()) && !own.left(event))
        .forEach(event -> found.add(change(event, what(event, before))));
    read.deleted().stream()
        .filter(event -> isLost(event, before) && !own.removed(event))
        .forEach(event -> found.add(Change.deleted(calendar.name(), event)));
    return found;
  }

  /** An occurrence becomes an event of its own when it is changed: it is not new. */
  private static What what(CalendarEvent event, KnownEvents before) {
    return before.has(event.id()) || Occurrences.isOne(event.id()) ? What.CHANGED : What.CREATED;
  }

  /** What came and went between two looks was never there. */
  private static boolean isLost(String event, KnownEvents before) {
    return Occurrences.isOne(event) ? !before.isGone(event) : before.has(event);
  }

  private static CalendarChanges limited(List<Change> found, boolean more, OutsideSettings limits) {
    return new CalendarChanges(
        found.stream().limit(limits.mostTold()).toList(), more || found.size() > limits.mostTold());
  }

  private static Change change(CalendarEvent event, What what) {
    EventTime time = event.time();
    String title = event.text().title();
    return new Change(
        event.calendar().name(),
        event.id(),
        what,
        title.length() > TITLE ? title.substring(0, TITLE) : title,
        time.localStart().toOffsetDateTime(),
        time.localEnd().toOffsetDateTime(),
        time.zone().getId(),
        time.allDay() ? true : null);
  }
}
