package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.Failed;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Reads what tools have answered. */
final class Outcomes {
  private static final Failed UNREADABLE =
      new Failed(ToolFailure.INTERNAL.name(), "The tool's answer could not be read.");

  private Outcomes() {}

  /** A failure may be told by its bare name. */
  static CalendarResult of(FromTool answer) {
    Optional<CalendarResult> told = read(answer.result());
    return answer.ok()
        ? told.orElse(UNREADABLE)
        : told.filter(Failed.class::isInstance)
            .orElseGet(() -> new Failed(answer.result().strip(), ""));
  }

  private static Optional<CalendarResult> read(String json) {
    try {
      return Optional.ofNullable(Json.MAPPER.readValue(json, CalendarResult.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
