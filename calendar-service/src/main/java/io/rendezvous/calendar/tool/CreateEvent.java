package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.AskedReminder;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Creates an event or a series, also where others are at the same time. */
final class CreateEvent implements EffectTool {
  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;

  CreateEvent(Calendar calendars, Arguments arguments, Targets targets) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
  }

  @Override
  public String name() {
    return ToolCatalogue.CREATE_EVENT;
  }

  @Override
  public Outcome<Intent> intent(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.CreateEvent.class)
        .then(asked -> content(call, asked).map(content -> intent(call, asked, content)));
  }

  private Intent intent(ToolCall call, CalendarArguments.CreateEvent asked, EventContent content) {
    CalendarId calendar = targets.calendar(call, asked.calendarId());
    Notify notify = Intent.notify(asked.notifyAttendees());
    return new Intent(
        calendar,
        null,
        null,
        notify,
        _ -> new Outcome.Done<>(Optional.of(content)),
        _ -> calendars.create(calendar, EffectId.of(call.call()), content, notify));
  }

  private static Outcome<EventContent> content(ToolCall call, CalendarArguments.CreateEvent asked) {
    return time(call, asked)
        .then(
            time ->
                text(asked)
                    .then(
                        text ->
                            Series.of(asked.recurrence())
                                .map(
                                    recurrence ->
                                        new EventContent(
                                            text,
                                            time,
                                            recurrence,
                                            reminders(asked.reminders()),
                                            Boolean.TRUE.equals(asked.free())))));
  }

  private static Outcome<EventTime> time(ToolCall call, CalendarArguments.CreateEvent asked) {
    var usual = Duration.ofMinutes(call.preferences().meetingMinutes());
    return LocalTimes.zone(asked.timeZone(), call.preferences().timeZone())
        .then(
            zone ->
                LocalTimes.onWeekday(
                    asked.weekday(),
                    asked.start().day(),
                    LocalTimes.time(asked.start(), asked.end(), usual, 1, zone)));
  }

  private static Outcome<EventText> text(CalendarArguments.CreateEvent asked) {
    return asked.title().isBlank()
        ? Arguments.invalid("title is blank: give the event a title.")
        : People.invited(asked.attendees())
            .map(
                people ->
                    new EventText(
                        asked.title().strip(), asked.description(), asked.location(), people));
  }

  static List<Reminder> reminders(List<AskedReminder> asked) {
    return asked.stream()
        .map(
            one ->
                new Reminder(
                    one.email() ? Reminder.Method.EMAIL : Reminder.Method.POPUP,
                    Duration.ofMinutes(one.minutesBefore())))
        .toList();
  }
}
