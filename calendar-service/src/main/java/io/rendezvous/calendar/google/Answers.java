package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.common.calendar.Attendee;
import java.util.List;

/**
 * Answers to invitations. An answer does not depend on what others make of the event meanwhile, so
 * it is given again on each newer version.
 */
final class Answers {
  /** How many versions are tried before somebody else must try again. */
  private static final int VERSIONS = 10;

  private final EventCalls calls;

  Answers(EventCalls calls) {
    this.calls = calls;
  }

  /** Whether nothing but answers differs. */
  static boolean isOne(Effect.Changed changed) {
    EventContent before = changed.before().content();
    EventContent after = changed.event().content();
    return !before.equals(after) && ContentFields.different(before, after).isEmpty();
  }

  Answer<Event> write(Place place, String id, Effect.Changed changed) {
    Answer<Event> answer = calls.update(place, id, changed);
    for (int version = 1; version < VERSIONS && isOutrun(answer); version++) {
      answer = again(place, id, changed);
    }
    return isOutrun(answer)
        ? new Answer.Refused<>(new Refusal.Told(new CalendarFailure.Unavailable()), false)
        : answer;
  }

  private Answer<Event> again(Place place, String id, Effect.Changed changed) {
    Answer<Event> now = calls.get(place, id);
    if (!(now instanceof Answer.Given<Event>(Event found))) {
      return now;
    }
    if (!EventReader.isThere(found)) {
      return new Answer.Refused<>(new Refusal.Gone(), false);
    }
    List<Attendee> people = People.read(found);
    List<Attendee> answered = people.stream().map(one -> answered(one, changed)).toList();
    if (answered.equals(people)) {
      return now;
    }
    Event event = found.clone();
    People.write(event, answered);
    return calls.update(place, id, event, found.getEtag(), changed.told());
  }

  private static boolean isOutrun(Answer<Event> answer) {
    return answer instanceof Answer.Refused<Event>(Refusal.OtherVersion _, _);
  }

  /** What others answered meanwhile stays. */
  private static Attendee answered(Attendee one, Effect.Changed changed) {
    List<Attendee> before = changed.before().content().text().attendees();
    return changed.event().content().text().attendees().stream()
        .filter(after -> after.person().equals(one.person()) && !before.contains(after))
        .findFirst()
        .map(after -> one.answering(after.response()))
        .orElse(one);
  }
}
