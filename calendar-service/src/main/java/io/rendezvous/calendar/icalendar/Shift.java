package io.rendezvous.calendar.icalendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/** How the starts of a series move when its own start does, by wall time. */
record Shift(Moment before, Moment after) {

  boolean isNone() {
    return before.equals(after);
  }

  /** Where a start has moved to. */
  Moment moved(Moment start) {
    LocalDateTime local =
        start.day() ? start.local() : LocalDateTime.ofInstant(start.instant(), before.zone());
    if (start.day() && !before.day()) {
      // It stands for all of the day.
      return start.at(local.plusDays(days()));
    }
    LocalDateTime moved = local.plus(Duration.between(before.local(), after.local()));
    return after.at(after.day() ? moved.toLocalDate().atStartOfDay() : moved);
  }

  /** The series with its rules and dates moved; its own start has moved already. */
  Component rules(Component series, Zones zones) {
    var lines = new ArrayList<ContentLine>();
    for (ContentLine line : series.lines()) {
      if (line.is("RRULE")) {
        lines.add(
            line.saying(RuleText.parse(line.value()).movedBy(days()).ending(this::end).value()));
      } else if (line.is("EXDATE") || line.is("RDATE")) {
        zones.readAll(line).stream()
            .map(this::moved)
            .forEach(moved -> lines.add(TimeLines.likeStart(series, line.name(), moved)));
      } else {
        lines.add(line);
      }
    }
    return series.withLines(lines);
  }

  private String end(String until) {
    Moment end = Moment.parse(until, before.zone());
    if (end.day() && before.day() && after.day()) {
      return end.at(end.local().plusDays(days())).value();
    }
    if (end.day()) {
      // The whole of its last day belongs to it.
      end = new Moment(end.local().plusDays(1).minusSeconds(1), before.zone(), false);
    }
    Moment moved = moved(end);
    return moved.day() ? moved.value() : Moment.of(moved.instant(), ZoneOffset.UTC).value();
  }

  private long days() {
    return ChronoUnit.DAYS.between(before.local().toLocalDate(), after.local().toLocalDate());
  }
}
