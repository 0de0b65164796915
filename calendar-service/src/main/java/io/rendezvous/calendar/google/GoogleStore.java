package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;

/** Reads and writes one event at Google, on the condition of its version. */
final class GoogleStore implements RemoteStore {
  private final EventCalls calls;
  private final Zones zones;
  private final EventReader reader;
  private final Restorations restorations;
  private final Answers answers;

  GoogleStore(Api api, EventReader reader) {
    this.calls = new EventCalls(api);
    this.zones = new Zones(api);
    this.reader = reader;
    this.restorations = new Restorations(calls);
    this.answers = new Answers(calls);
  }

  @Override
  public Outcome<CalendarEvent> read(CalendarId calendar, String id) {
    return Place.of(calendar)
        .then(place -> RemoteIds.remote(id).then(remote -> read(calendar, place, remote)));
  }

  private Outcome<CalendarEvent> read(CalendarId calendar, Place place, String remote) {
    return calls
        .get(place, remote)
        .outcome()
        .then(
            event ->
                EventReader.isThere(event)
                    ? zones.of(place, event).map(zone -> reader.whole(calendar, event, zone))
                    : new Outcome.Failed<>(new CalendarFailure.NotFound()));
  }

  @Override
  public Written write(Effect planned) {
    Outcome<Place> place = Place.of(planned.event().calendar());
    Outcome<String> id = RemoteIds.remote(planned.event().id());
    return place instanceof Outcome.Done<Place>(var there)
            && id instanceof Outcome.Done<String>(String remote)
        ? write(there, remote, planned)
        : new Written.Failed(new CalendarFailure.NotFound());
  }

  private Written write(Place place, String id, Effect planned) {
    return switch (planned) {
      case Effect.Created created when created.event().facts().original() != null ->
          done(created, restorations.restore(place, id, created));
      case Effect.Created created -> create(place, id, created);
      case Effect.Changed changed when Answers.isOne(changed) ->
          done(changed, answers.write(place, id, changed));
      case Effect.Changed changed -> change(place, id, changed);
      case Effect.Deleted deleted -> delete(place, id, deleted);
    };
  }

  /** A calendar that is not there is no event that is gone. */
  private Written create(Place place, String id, Effect.Created created) {
    Event made = EventWriter.made(id, created.event().content());
    Answer<Event> answer = calls.insert(place, made, created.told());
    return answer instanceof Answer.Refused<Event>(Refusal.Missing _, _)
        ? new Written.Failed(new CalendarFailure.NotFound())
        : done(created, answer);
  }

  /** Another version after a doubtful try may be what that try has made. */
  private Written change(Place place, String id, Effect.Changed changed) {
    Answer<Event> answer = calls.update(place, id, changed);
    return answer instanceof Answer.Refused<Event>(Refusal.OtherVersion _, boolean doubtful)
            && doubtful
        ? made(changed)
        : done(changed, answer);
  }

  private Written made(Effect.Changed changed) {
    CalendarEvent planned = changed.event();
    return switch (read(planned.calendar(), planned.id())) {
      case Outcome.Done<CalendarEvent>(CalendarEvent found)
          when ContentFields.isMade(
              changed.before().content(), planned.content(), found.content()) ->
          new Written.Done(found);
      case Outcome.Done<CalendarEvent> _, Outcome.Failed<CalendarEvent> _ ->
          new Written.Failed(new CalendarFailure.Unavailable());
    };
  }

  /** What the first try may have deleted is deleted: the second finds nothing. */
  private Written delete(Place place, String id, Effect.Deleted deleted) {
    return switch (calls.delete(place, id, deleted)) {
      case Answer.Given<String> _ -> new Written.Done(deleted.event());
      case Answer.Refused<String>(Refusal.Missing _, boolean doubtful) when doubtful ->
          new Written.Done(deleted.event());
      case Answer.Refused<String>(Refusal.Gone _, boolean doubtful) when doubtful ->
          new Written.Done(deleted.event());
      case Answer.Refused<String>(Refusal refusal, _) -> refused(refusal);
    };
  }

  /** The zone is that of the plan, which was read where Google tells it. */
  private Written done(Effect planned, Answer<Event> answer) {
    return switch (answer) {
      case Answer.Given<Event>(Event event) ->
          new Written.Done(
              reader.whole(planned.event().calendar(), event, planned.event().time().zone()));
      case Answer.Refused<Event>(Refusal refusal, _) -> refused(refusal);
    };
  }

  private static Written refused(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Told(var why) -> new Written.Failed(why);
      case Refusal.Missing _, Refusal.Gone _, Refusal.Taken _, Refusal.OtherVersion _ ->
          new Written.Outrun();
    };
  }
}
