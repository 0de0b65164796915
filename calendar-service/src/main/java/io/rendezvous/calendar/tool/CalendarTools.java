package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.tool.ToolCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every calendar tool, by name. */
public final class CalendarTools {
  private final Map<String, Tool> byName;
  private final EffectAnswers effects;
  private final ResultSize size;

  CalendarTools(Calendar calendar, ToolSettings limits) {
    var arguments = new Arguments();
    this.effects = new EffectAnswers(calendar, limits);
    this.size = new ResultSize(limits);
    List<Tool> tools =
        List.of(
            new ListEvents(calendar, arguments, limits),
            new CreateEvent(calendar, arguments, effects),
            new MoveEvent(calendar, arguments, effects),
            new DeleteEvent(calendar, arguments, effects),
            new FindFreeTime(calendar, arguments, limits));
    this.byName = tools.stream().collect(Collectors.toMap(Tool::name, Function.identity()));
  }

  /** The names of all tools. */
  public Set<String> names() {
    return byName.keySet();
  }

  /**
   * Carries out a call, or says why not.
   *
   * @param arguments the call's, opened
   * @return empty where there is no such tool
   */
  public Optional<Outcome<ToolAnswer>> run(ToolCall call, String arguments) {
    return Optional.ofNullable(byName.get(call.name())).map(tool -> tool.run(call, arguments));
  }

  /** Tells of an effect that the call had before. */
  public ToolAnswer recall(ToolCall call, Effect effect) {
    return effects.of(effect, call.preferences().language());
  }

  /** The result as JSON, as much of it as a model is shown. */
  public String json(CalendarResult result) {
    return size.fit(result);
  }
}
