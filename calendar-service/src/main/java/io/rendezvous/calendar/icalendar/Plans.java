package io.rendezvous.calendar.icalendar;

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
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans effects on what a store of objects holds. Nobody is told of them: neither our own calendar
 * nor a CalDAV server can be counted on for that.
 */
public final class Plans {
  private final ObjectStore store;
  private final ObjectEffects effects;

  public Plans(ObjectStore store, ObjectEffects effects) {
    this.store = store;
    this.effects = effects;
  }

  /** An event that is not there yet, of this id. */
  public Outcome<Planned> create(
      CalendarId calendar, EffectId id, String event, EventContent content) {
    var wanted = new CalendarEvent(event, calendar, content, "", EventFacts.OWN);
    return planned(new Effect.Created(id, wanted, Notify.NOBODY), null);
  }

  public Outcome<Planned> change(
      CalendarId calendar, EffectId id, String event, Revision revision) {
    return on(
        calendar,
        event,
        (held, before) ->
            revision.of(before).then(content -> planned(changed(id, before, content), held)));
  }

  public Outcome<Planned> delete(
      CalendarId calendar, EffectId id, String event, Condition condition) {
    return on(
        calendar,
        event,
        (held, before) ->
            condition
                .refuses(before)
                .<Outcome<Planned>>map(Outcome.Failed::new)
                .orElseGet(() -> planned(new Effect.Deleted(id, before, Notify.NOBODY), held)));
  }

  /** Invalid where the user is not among the attendees. */
  public Outcome<Planned> respond(
      CalendarId calendar, EffectId id, String event, Response response) {
    return on(
        calendar,
        event,
        (held, before) -> {
          String address = held.address();
          List<Attendee> attendees = before.text().attendees();
          if (attendees.stream()
              .noneMatch(attendee -> attendee.person().equalsIgnoreCase(address))) {
            return new Outcome.Failed<>(
                new CalendarFailure.Invalid("The user is not among the attendees."));
          }
          List<Attendee> answered =
              attendees.stream()
                  .map(
                      one -> one.person().equalsIgnoreCase(address) ? one.answering(response) : one)
                  .toList();
          return planned(
              changed(id, before, before.content().with(inviting(before.text(), answered))), held);
        });
  }

  public Outcome<Planned> undo(EffectId id, Effect undone) {
    CalendarEvent event = undone.event();
    EventName name = EventName.parse(event.id());
    Outcome<Held> held = store.find(event.calendar(), name.object());
    Outcome<CalendarEvent> now = held.then(found -> found.event(event.calendar(), name));
    if (undone instanceof Effect.Created
        && held instanceof Outcome.Done<Held>(Held found)
        && !found.etag().equals(event.etag())
        && name.occurrence() == null
        && found.object().hasExceptions()) {
      // Somebody has edited an occurrence of the series, which its own content does not tell.
      return new Outcome.Failed<>(new CalendarFailure.Edited());
    }
    @Nullable Held on = held instanceof Outcome.Done<Held>(Held found) ? found : null;
    return Undoing.of(id, undone, now).then(effect -> planned(effect, on));
  }

  /** Plans with the event as the object will say it, so that the plan can be told from the rest. */
  private Outcome<Planned> planned(Effect effect, @Nullable Held on) {
    CalendarEvent wanted = effect.event();
    EventName name = EventName.parse(wanted.id());
    return effects
        .apply(on == null ? null : on.object(), effect)
        .map(
            object -> {
              EventContent content =
                  effect instanceof Effect.Deleted
                      ? wanted.content()
                      : object.flatMap(o -> o.content(name.occurrence())).orElse(wanted.content());
              var event =
                  new CalendarEvent(
                      wanted.id(), wanted.calendar(), content, wanted.etag(), wanted.facts());
              return new Planned(effect.left(event), on, object);
            });
  }

  private Outcome<Planned> on(CalendarId calendar, String event, Plan plan) {
    EventName name = EventName.parse(event);
    return store
        .find(calendar, name.object())
        .then(held -> held.event(calendar, name).then(before -> plan.of(held, before)));
  }

  private static Effect changed(EffectId id, CalendarEvent before, EventContent content) {
    var after =
        new CalendarEvent(
            before.id(), before.calendar(), content, before.etag(), before.facts().plain());
    return new Effect.Changed(id, before, after, Notify.NOBODY);
  }

  private static EventText inviting(EventText text, List<Attendee> attendees) {
    return new EventText(text.title(), text.description(), text.location(), attendees);
  }

  @FunctionalInterface
  private interface Plan {
    Outcome<Planned> of(Held held, CalendarEvent before);
  }
}
