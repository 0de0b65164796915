package io.rendezvous.gateway.text;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.dates.DatePhrase;
import io.rendezvous.dates.DateReader;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** Reads a sentence as an event. */
final class TextReader {
  private final InstantSource clock;
  private final TextSettings settings;

  TextReader(InstantSource clock, TextSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * The event that it says.
   *
   * @throws Problem 400 if it names a day that there is not, or too many people
   */
  SaidEvent read(String text, Locale language, Preferences preferences) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), preferences.timeZone());
    List<Attendee> attendees = Wording.attendees(text);
    if (attendees.size() > settings.maxAttendees()) {
      throw Problem.invalid(
          new FieldError("text", "must name at most " + settings.maxAttendees() + " people"));
    }
    List<DatePhrase> phrases = DateReader.of(language).find(text, now);
    Stated stated = TimeFold.of(phrases, now);
    return new SaidEvent(
        Wording.title(text, phrases),
        stated.at(now, preferences),
        attendees,
        stated.rule(preferences));
  }
}
