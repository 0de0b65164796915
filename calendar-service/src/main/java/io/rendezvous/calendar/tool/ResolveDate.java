package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.DateView;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.dates.DateReader;
import java.time.ZoneId;
import java.util.List;

/** Works out what a phrase says about time, in the user's language. */
final class ResolveDate implements Tool {
  private final Arguments arguments;

  ResolveDate(Arguments arguments) {
    this.arguments = arguments;
  }

  @Override
  public String name() {
    return ToolCatalogue.RESOLVE_DATE;
  }

  @Override
  public Outcome<ToolAnswer> run(ToolCall call, String json) {
    return arguments
        .read(name(), json, CalendarArguments.ResolveDate.class)
        .then(
            asked ->
                LocalTimes.zone(asked.timeZone(), call.preferences().timeZone())
                    .then(zone -> dates(call, asked.phrase(), zone)))
        .map(dates -> ToolAnswer.read(new CalendarResult.Dates(dates)));
  }

  private static Outcome<List<DateView>> dates(ToolCall call, String phrase, ZoneId zone) {
    var now = call.askedAt().atZone(zone).toLocalDateTime();
    var language = call.preferences().language();
    var views = new DateViews(zone, language);
    List<DateView> found =
        DateReader.of(language).find(phrase, now).stream()
            .map(said -> views.of(phrase.substring(said.start(), said.end()), said.meaning()))
            .toList();
    return found.isEmpty()
        ? Arguments.invalid(
            "Nothing in the phrase says a date or a time in the user's language: give the words that"
                + " do, as she said them, or ask her.")
        : new Outcome.Done<>(found);
  }
}
