package io.rendezvous.calendar.google;

import static java.util.Objects.requireNonNull;

import com.google.api.services.calendar.model.Event;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;

/**
 * Brings deleted events back. Google keeps them for a while as cancelled, and an id is never given
 * twice: an event that is still there is confirmed again, one that is not is made anew.
 */
final class Restorations {
  private final EventCalls calls;

  Restorations(EventCalls calls) {
    this.calls = calls;
  }

  Answer<Event> restore(Place place, String id, Effect.Created planned) {
    Event original = Models.event(requireNonNull(planned.event().facts().original(), "original"));
    return switch (calls.get(place, id)) {
      case Answer.Given<Event>(Event found) when EventReader.isThere(found) ->
          new Answer.Refused<>(new Refusal.Taken(), false);
      case Answer.Given<Event>(Event cancelled) ->
          confirmed(place, EventWriter.restored(original, cancelled), cancelled, planned);
      case Answer.Refused<Event>(Refusal.Missing _, _) -> anew(place, original, planned);
      case Answer.Refused<Event>(Refusal.Gone _, _) -> anew(place, original, planned);
      case Answer.Refused<Event> refused -> refused;
    };
  }

  private Answer<Event> confirmed(
      Place place, Event restored, Event cancelled, Effect.Created planned) {
    String id = cancelled.getId();
    Answer<Event> answer = calls.update(place, id, restored, cancelled.getEtag(), planned.told());
    return answer instanceof Answer.Refused<Event>(Refusal.OtherVersion _, _)
        ? outrun(place, id)
        : answer;
  }

  /** A try before may have confirmed it; where another has touched it, this may be tried again. */
  private Answer<Event> outrun(Place place, String id) {
    Answer<Event> now = calls.get(place, id);
    return now instanceof Answer.Given<Event>(Event found)
        ? new Answer.Refused<>(
            EventReader.isThere(found)
                ? new Refusal.Taken()
                : new Refusal.Told(new CalendarFailure.Unavailable()),
            false)
        : now;
  }

  /** Its id derives from this effect's, so whoever has it was made by this effect. */
  private Answer<Event> anew(Place place, Event original, Effect.Created planned) {
    if (original.getRecurringEventId() != null) {
      return new Answer.Refused<>(new Refusal.Told(new CalendarFailure.NotFound()), false);
    }
    String id = RemoteIds.of(planned.id());
    Event event = original.clone().setId(id).setEtag(null).setICalUID(null).setSequence(null);
    Answer<Event> answer = calls.insert(place, event, planned.told());
    return answer instanceof Answer.Refused<Event>(Refusal.Taken _, _) ? made(place, id) : answer;
  }

  private Answer<Event> made(Place place, String id) {
    Answer<Event> answer = calls.get(place, id);
    return answer instanceof Answer.Given<Event>(Event found) && !EventReader.isThere(found)
        ? new Answer.Refused<>(new Refusal.Gone(), false)
        : answer;
  }
}
