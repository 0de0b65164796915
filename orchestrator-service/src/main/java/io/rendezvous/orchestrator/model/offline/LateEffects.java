package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.Busy;
import io.rendezvous.common.calendar.CalendarResult.Calendars;
import io.rendezvous.common.calendar.CalendarResult.ChangedMeanwhile;
import io.rendezvous.common.calendar.CalendarResult.Created;
import io.rendezvous.common.calendar.CalendarResult.Dates;
import io.rendezvous.common.calendar.CalendarResult.Deleted;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Events;
import io.rendezvous.common.calendar.CalendarResult.Failed;
import io.rendezvous.common.calendar.CalendarResult.Found;
import io.rendezvous.common.calendar.CalendarResult.FreeTimes;
import io.rendezvous.common.calendar.CalendarResult.Moved;
import io.rendezvous.common.calendar.CalendarResult.Undone;
import io.rendezvous.common.calendar.CalendarResult.UndoneView;
import io.rendezvous.common.calendar.CalendarResult.Updated;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds what was done although its turn was stopped, and what was undone since, as long as the user
 * has not been told.
 */
record LateEffects(List<Exchange> past, Preferences preferences) {
  List<String> untold(Language language) {
    var notes = new ArrayList<String>();
    for (int i = 0; i < past.size(); i++) {
      Exchange stopped = past.get(i);
      List<Exchange> since = past.subList(i + 1, past.size());
      if (stopped.undone() && !isTold(Phrasing::undone, since)) {
        notes.add(language.phrasing().undone());
      }
      if (stopped.answer() == null) {
        stopped.results().stream()
            .filter(FromTool::ok)
            .map(Outcomes::of)
            .filter(result -> !isTold(result, since))
            .forEach(result -> note(result, language).ifPresent(notes::add));
      }
    }
    return notes;
  }

  private boolean isTold(CalendarResult result, List<Exchange> since) {
    return Stream.of(Language.values())
        .flatMap(language -> note(result, language).stream())
        .anyMatch(note -> isTold(note, since));
  }

  private static boolean isTold(Function<Phrasing, String> note, List<Exchange> since) {
    return Stream.of(Language.values())
        .map(language -> note.apply(language.phrasing()))
        .anyMatch(told -> isTold(told, since));
  }

  private static boolean isTold(String note, List<Exchange> since) {
    return since.stream()
        .map(Exchange::answer)
        .anyMatch(answer -> answer != null && answer.contains(note));
  }

  private Optional<String> note(CalendarResult result, Language language) {
    Phrasing phrasing = language.phrasing();
    return switch (result) {
      case Created(var event, _) ->
          Optional.of(phrasing.createdLate(event.title(), when(event, language)));
      case Moved(_, var event, _) ->
          Optional.of(phrasing.movedLate(event.title(), when(event, language)));
      case Deleted(var event) ->
          Optional.of(phrasing.cancelledLate(event.title(), when(event, language)));
      case Updated(_, var event, _, _) ->
          Optional.of(phrasing.changedLate(event.title(), when(event, language)));
      case Undone(var effects) when effects.stream().anyMatch(UndoneView::done) ->
          Optional.of(phrasing.undoneLate());
      case Events _,
          FreeTimes _,
          Calendars _,
          Found _,
          Busy _,
          Dates _,
          Undone _,
          ChangedMeanwhile _,
          Failed _ ->
          Optional.empty();
    };
  }

  private String when(EventView event, Language language) {
    return new Spoken(language, preferences).when(event);
  }
}
