package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.util.regex.Pattern;

/** Creates an event, also where others are at the same time, and tells of those. */
final class CreateEvent implements Tool {
  /** Enough to tell an address from a name; whether it exists, only a mail would show. */
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final Calendar calendar;
  private final Arguments arguments;
  private final EffectAnswers answers;

  CreateEvent(Calendar calendar, Arguments arguments, EffectAnswers answers) {
    this.calendar = calendar;
    this.arguments = arguments;
    this.answers = answers;
  }

  @Override
  public String name() {
    return ToolCatalogue.CREATE_EVENT;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.CreateEvent.class)
        .then(asked -> content(call, asked))
        .then(
            content ->
                calendar.create(
                    CalendarId.personal(call.user()),
                    EffectId.of(call.call()),
                    content,
                    Notify.NOBODY))
        .map(effect -> answers.of(effect, call.preferences().language()));
  }

  private static Outcome<EventContent> content(ToolCall call, CalendarArguments.CreateEvent asked) {
    var usual = Duration.ofMinutes(call.preferences().meetingMinutes());
    return LocalTimes.zone(asked.timeZone(), call.preferences().timeZone())
        .then(zone -> LocalTimes.time(asked.start(), asked.end(), usual, zone))
        .then(time -> text(asked).map(text -> new EventContent(text, time)));
  }

  private static Outcome<EventText> text(CalendarArguments.CreateEvent asked) {
    if (asked.title().isBlank()) {
      return Arguments.invalid("title is blank: give the event a title.");
    }
    for (var attendee : asked.attendees()) {
      String email = attendee.email();
      if (email != null && !ADDRESS.matcher(email).matches()) {
        return Arguments.invalid(
            "An attendee's email is not an address: write a name as name, without email.");
      }
    }
    return new Outcome.Done<>(
        new EventText(
            asked.title().strip(), asked.description(), asked.location(), asked.attendees()));
  }
}
