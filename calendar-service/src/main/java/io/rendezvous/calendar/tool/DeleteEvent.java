package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;

/** Deletes an event. */
final class DeleteEvent implements Tool {
  private final Calendar calendar;
  private final Arguments arguments;
  private final EffectAnswers answers;

  DeleteEvent(Calendar calendar, Arguments arguments, EffectAnswers answers) {
    this.calendar = calendar;
    this.arguments = arguments;
    this.answers = answers;
  }

  @Override
  public String name() {
    return ToolCatalogue.DELETE_EVENT;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.DeleteEvent.class)
        .then(
            asked ->
                calendar.delete(
                    CalendarId.personal(call.user()),
                    EffectId.of(call.call()),
                    asked.eventId(),
                    Condition.NONE,
                    Notify.NOBODY))
        .map(effect -> answers.of(effect, call.preferences().language()));
  }
}
