package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every calendar tool, by name. */
public final class CalendarTools {
  private final Map<String, Tool> readers;
  private final Map<String, EffectTool> effects;
  private final EffectRunner runner;
  private final EffectAnswers answers;
  private final Undoer undoer;
  private final Tool undo;
  private final ResultSize size;

  CalendarTools(
      Calendar calendars, Journal journal, Approvals approvals, Vault vault, ToolSettings limits) {
    var arguments = new Arguments();
    var targets = new Targets(vault);
    var changes = new EventChanges(calendars, targets);
    this.answers = new EffectAnswers(calendars, limits);
    this.runner = new EffectRunner(calendars, journal, approvals, answers);
    this.undoer = new Undoer(calendars, journal, limits);
    this.undo = new UndoEffects(arguments, undoer);
    this.size = new ResultSize(limits);
    this.readers =
        Stream.of(
                new ListCalendars(calendars, arguments, targets),
                new ListEvents(calendars, arguments, targets, limits),
                new GetEvent(calendars, arguments, targets),
                new FreeBusy(calendars, arguments, targets),
                new FindFreeTime(calendars, arguments, targets, limits),
                new ResolveDate(arguments))
            .collect(Collectors.toMap(Tool::name, Function.identity()));
    this.effects =
        Stream.of(
                new CreateEvent(calendars, arguments, targets),
                new UpdateEvent(arguments, changes),
                new MoveEvent(arguments, changes),
                new DeleteEvent(calendars, arguments, targets),
                new RespondToInvitation(calendars, arguments, targets))
            .collect(Collectors.toMap(EffectTool::name, Function.identity()));
  }

  /** The names of all tools. */
  public Set<String> names() {
    return Stream.of(
            readers.keySet(), effects.keySet(), Set.of(ToolCatalogue.UNDO, ToolCatalogue.UNDO_TURN))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Carries out a call, or says why not, or what is to be asked first.
   *
   * @param arguments the call's, opened
   * @return empty where there is no such tool
   */
  public Optional<ToolOutcome> run(ToolCall call, String arguments) {
    if (call.name().equals(undo.name())) {
      return Optional.of(runner.gate(call, arguments, () -> told(undo.run(call, arguments))));
    }
    EffectTool effect = effects.get(call.name());
    return effect != null
        ? Optional.of(runner.run(effect, call, arguments))
        : Optional.ofNullable(readers.get(call.name()))
            .map(tool -> told(tool.run(call, arguments)));
  }

  /** Undoes all that the call's turn has done, for the decider; empty where another asks for it. */
  public Optional<ToolOutcome> rollBack(ToolCall call) {
    return call.origin() == Origin.ROLLBACK && call.name().equals(ToolCatalogue.UNDO_TURN)
        ? Optional.of(told(undoer.turn(call)))
        : Optional.empty();
  }

  /** Tells of an effect that the call had before. */
  public ToolAnswer recall(ToolCall call, Effect effect) {
    return answers.of(call.name(), effect, call.preferences().language());
  }

  /**
   * What the model of a call is told whose event is another than its user saw.
   *
   * @param now empty where the event is gone
   */
  public static CalendarResult changedMeanwhile(
      CalendarEvent seen, Optional<CalendarEvent> now, Locale language) {
    return new CalendarResult.ChangedMeanwhile(
        Views.whole(seen, language),
        now.map(event -> Views.whole(event, language)).orElse(null),
        now.map(event -> ContentFields.different(seen.content(), event.content()))
            .orElse(List.of()));
  }

  /** The result as JSON, as much of it as a model is shown. */
  public String json(CalendarResult result) {
    return size.fit(result);
  }

  private static ToolOutcome told(Outcome<ToolAnswer> outcome) {
    return switch (outcome) {
      case Outcome.Done<ToolAnswer>(ToolAnswer answer) -> new ToolOutcome.Answered(answer);
      case Outcome.Failed<ToolAnswer>(CalendarFailure failure) -> EffectRunner.refused(failure);
    };
  }
}
