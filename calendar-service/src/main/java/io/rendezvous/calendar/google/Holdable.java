package io.rendezvous.calendar.google;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Outcome;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** What Google Calendar can hold of an event's content, in the form in which it holds it. */
final class Holdable {
  private static final int MOST_REMINDERS = 5;
  private static final Duration EARLIEST_REMINDER = Duration.ofDays(28);

  private final Zones zones;

  Holdable(Zones zones) {
    this.zones = zones;
  }

  Outcome<EventContent> of(Place place, EventContent content) {
    return allowed(content)
        .then(fine -> zone(place, fine).map(zone -> fine.at(Times.held(fine.time(), zone))));
  }

  /** What an event becomes; what a change leaves alone is not judged. */
  Outcome<EventContent> of(Place place, CalendarEvent before, EventContent content) {
    if (before.facts().series() != null && content.recurrence().isSeries()) {
      return invalid("One occurrence of a series cannot recur by itself.");
    }
    return content.time().equals(before.time())
        ? allowed(content)
        : of(place, content).map(after -> withDates(before.content(), after));
  }

  private static EventContent withDates(EventContent before, EventContent after) {
    return before.recurrence().equals(after.recurrence())
        ? after.recurring(SeriesDates.moved(after.recurrence(), before.time(), after.time()))
        : after;
  }

  private Outcome<ZoneId> zone(Place place, EventContent content) {
    boolean needed = content.time().allDay() || content.time().zone() instanceof ZoneOffset;
    return needed ? zones.of(place) : new Outcome.Done<>(content.time().zone());
  }

  private static Outcome<EventContent> allowed(EventContent content) {
    return refused(content)
        .<Outcome<EventContent>>map(Holdable::invalid)
        .orElseGet(() -> new Outcome.Done<>(content));
  }

  private static Optional<String> refused(EventContent content) {
    if (content.text().attendees().stream().anyMatch(one -> one.email() == null)) {
      return Optional.of("Google Calendar knows attendees by an e-mail address: each needs one.");
    }
    if (content.reminders().size() > MOST_REMINDERS) {
      return Optional.of("An event has at most " + MOST_REMINDERS + " reminders.");
    }
    return content.reminders().stream()
            .anyMatch(one -> one.before().compareTo(EARLIEST_REMINDER) > 0)
        ? Optional.of("A reminder comes at most " + EARLIEST_REMINDER.toDays() + " days before.")
        : Optional.empty();
  }

  private static Outcome<EventContent> invalid(String reason) {
    return new Outcome.Failed<>(new CalendarFailure.Invalid(reason));
  }
}
