package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;

/** Undoes what was done last. */
final class UndoEffects implements Tool {
  private final Arguments arguments;
  private final Undoer undoer;

  UndoEffects(Arguments arguments, Undoer undoer) {
    this.arguments = arguments;
    this.undoer = undoer;
  }

  @Override
  public String name() {
    return ToolCatalogue.UNDO;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.Undo.class)
        .then(asked -> undoer.recent(call, asked.minutes()));
  }
}
