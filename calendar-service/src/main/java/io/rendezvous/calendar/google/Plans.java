package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Revision;
import io.rendezvous.calendar.Undoing;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.util.List;
import java.util.Optional;

/** Reads what there is, and says what is to become of it. */
final class Plans {
  private final RemoteStore store;
  private final Holdable holdable;
  private final EventCalls calls;

  Plans(RemoteStore store, Holdable holdable, EventCalls calls) {
    this.store = store;
    this.holdable = holdable;
    this.calls = calls;
  }

  Outcome<Effect> creation(
      CalendarId calendar, Place place, EffectId effect, EventContent content, Notify notify) {
    return holdable
        .of(place, content)
        .map(
            held ->
                new Effect.Created(
                    effect,
                    new CalendarEvent(RemoteIds.of(effect), calendar, held, "", EventFacts.OWN),
                    notify));
  }

  Outcome<Effect> change(
      CalendarId calendar,
      Place place,
      EffectId effect,
      String event,
      Revision revision,
      Notify notify) {
    return kept(calendar, event)
        .then(
            before ->
                revision
                    .of(before)
                    .then(content -> holdable.of(place, before, content))
                    .map(content -> changed(effect, before, content, notify)));
  }

  Outcome<Effect> deletion(
      CalendarId calendar, EffectId effect, String event, Condition condition, Notify notify) {
    return kept(calendar, event)
        .then(
            before ->
                condition
                    .refuses(before)
                    .<Outcome<Effect>>map(Outcome.Failed::new)
                    .orElseGet(
                        () -> new Outcome.Done<>(new Effect.Deleted(effect, before, notify))));
  }

  Outcome<Effect> response(
      CalendarId calendar, EffectId effect, String event, Response response, Notify notify) {
    return kept(calendar, event)
        .then(
            before ->
                self(before)
                    .<Outcome<Effect>>map(
                        self ->
                            new Outcome.Done<>(
                                changed(effect, before, answered(before, self, response), notify)))
                    .orElseGet(() -> invalid("The user is not among those invited.")));
  }

  Outcome<Effect> undoing(Place place, EffectId effect, Effect undone) {
    CalendarEvent event = undone.event();
    Outcome<CalendarEvent> now = kept(event.calendar(), event.id());
    boolean ofSeries = undone instanceof Effect.Created && event.content().recurrence().isSeries();
    return ofSeries
        ? now.then(found -> unedited(place, found)).then(same -> undoing(effect, undone, same))
        : Undoing.of(effect, undone, now);
  }

  private static Outcome<Effect> undoing(EffectId effect, Effect undone, CalendarEvent now) {
    return Undoing.of(effect, undone, new Outcome.Done<>(now));
  }

  /** A series is edited too where one of its occurrences is. */
  private Outcome<CalendarEvent> unedited(Place place, CalendarEvent series) {
    String uid = original(series).map(Event::getICalUID).orElse("");
    return calls
        .family(place, uid)
        .outcome()
        .then(
            family ->
                Models.items(family).stream().anyMatch(one -> one.getRecurringEventId() != null)
                    ? new Outcome.Failed<>(new CalendarFailure.Edited())
                    : new Outcome.Done<>(series));
  }

  /** An event whose original cannot be kept could not be put back: it is left alone. */
  private Outcome<CalendarEvent> kept(CalendarId calendar, String event) {
    return store
        .read(calendar, event)
        .then(
            found ->
                found.facts().original() == null
                    ? invalid("This event is too large to be changed here.")
                    : new Outcome.Done<>(found));
  }

  private static Optional<Attendee> self(CalendarEvent event) {
    return original(event).flatMap(People::self);
  }

  private static Optional<Event> original(CalendarEvent event) {
    return Optional.ofNullable(event.facts().original()).map(Models::event);
  }

  private static Effect changed(
      EffectId effect, CalendarEvent before, EventContent content, Notify notify) {
    var after =
        new CalendarEvent(
            before.id(), before.calendar(), content, before.etag(), before.facts().plain());
    return new Effect.Changed(effect, before, after, notify);
  }

  private static EventContent answered(CalendarEvent event, Attendee self, Response response) {
    EventText text = event.text();
    List<Attendee> attendees =
        text.attendees().stream()
            .map(one -> one.person().equals(self.person()) ? one.answering(response) : one)
            .toList();
    return event
        .content()
        .with(new EventText(text.title(), text.description(), text.location(), attendees));
  }

  private static <T> Outcome<T> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}
