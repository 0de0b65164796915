package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;

/** Answers an invitation for the user. */
final class RespondToInvitation implements EffectTool {
  private final Calendar calendars;
  private final Arguments arguments;
  private final Targets targets;

  RespondToInvitation(Calendar calendars, Arguments arguments, Targets targets) {
    this.calendars = calendars;
    this.arguments = arguments;
    this.targets = targets;
  }

  @Override
  public String name() {
    return ToolCatalogue.RESPOND_TO_INVITATION;
  }

  @Override
  public Outcome<Intent> intent(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.RespondToInvitation.class)
        .map(
            asked -> {
              CalendarId calendar = targets.calendar(call, asked.calendarId());
              Notify notify = Intent.notify(asked.notifyAttendees());
              return new Intent(
                  calendar,
                  asked.eventId(),
                  null,
                  notify,
                  before -> new Outcome.Done<>(before.map(CalendarEvent::content)),
                  condition ->
                      unchanged(calendar, asked.eventId(), condition)
                          .then(
                              event ->
                                  calendars.respond(
                                      calendar,
                                      EffectId.of(call.call()),
                                      event,
                                      asked.response(),
                                      notify)));
            });
  }

  private Outcome<String> unchanged(CalendarId calendar, String event, Condition condition) {
    return calendars
        .get(calendar, event)
        .then(
            found ->
                condition
                    .refuses(found)
                    .<Outcome<String>>map(Outcome.Failed::new)
                    .orElseGet(() -> new Outcome.Done<>(event)));
  }
}
