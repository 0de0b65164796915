package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Recurrence;
import java.util.List;
import java.util.regex.Pattern;

/** Checks how an event is to recur. */
final class Series {
  private static final Pattern LINE =
      Pattern.compile("(RRULE:FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)|RDATE[:;]|EXDATE[:;]).*");

  private Series() {}

  /** Rules of a day and longer alone: nobody meets every second. */
  static Outcome<Recurrence> of(List<String> lines) {
    boolean fine =
        lines.stream()
            .allMatch(
                line ->
                    LINE.matcher(line).matches()
                        && line.chars().noneMatch(Character::isISOControl));
    if (!fine) {
      return Arguments.invalid(
          "recurrence must be lines like RRULE:FREQ=WEEKLY;BYDAY=TU, RDATE or EXDATE; FREQ comes"
              + " first and is DAILY, WEEKLY, MONTHLY or YEARLY.");
    }
    return lines.stream().filter(line -> line.startsWith("RRULE")).count() > 1
        ? Arguments.invalid("recurrence has more than one RRULE: make a series of each.")
        : new Outcome.Done<>(new Recurrence(lines));
  }
}
