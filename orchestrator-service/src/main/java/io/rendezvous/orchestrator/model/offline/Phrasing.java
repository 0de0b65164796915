package io.rendezvous.orchestrator.model.offline;

import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.dates.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** How one language says what the assistant has to say. */
interface Phrasing {
  /** By its end an answer is known for a question; no other text may end so. */
  String question(Question question);

  String greeting();

  String help();

  String thanks();

  String dropped();

  String unknown();

  String untitled();

  /** Of what is not understood to repeat, or repeats too often. */
  String notRecurring();

  /** A series is not moved to other days. */
  String newRhythm();

  /** What repeats is looked for nowhere. */
  String oneStretch();

  String oneAtATime();

  String created(String title, String when);

  String moved(String title, String before, String after);

  /** From that occurrence on. */
  String restMoved(String title, String when);

  String cancelled(String title, String when);

  String seriesCancelled(String title, String when);

  /** From that occurrence on. */
  String restCancelled(String title, String when);

  /** An occurrence, of which it is asked whether it alone is meant. */
  String partOfSeries(String title, String when);

  /** Before the occurrences that follow the first. */
  String then();

  /** A series has no end that could be told. */
  String goesOn();

  String lastTime(String when);

  String alreadyThere(String title, String when);

  String conflicts(List<String> events);

  String seriesConflicts(List<String> events);

  String planned(Period period, List<String> events, boolean more);

  String nothingPlanned(Period period);

  String notFound(Period period);

  String found();

  String freeTimes(Period period, List<String> slots);

  String noFreeTime(Period period);

  String timesTogether(List<String> people, Period period, List<String> slots);

  String noTimeTogether(List<String> people, Period period);

  /** Nobody knows when they are busy. */
  String timesUnknown(List<String> people);

  String freeAt(String when);

  String busyAt(String when, List<String> events);

  String mismatch(LocalDate date, DayOfWeek stated);

  String noSuchDay(int day, Month month);

  String noSuchWeekday(int nth, DayOfWeek weekday, YearMonth month);

  String failed(ToolFailure failure);

  /** What the user had agreed to was not done, since it has become another. */
  String changedMeanwhile(String title, String now);

  String goneMeanwhile(String title);

  String answered(Response response, String title, String when);

  String calendars(List<String> calendars);

  String byDefault();

  /** Only when somebody is busy can be seen. */
  String timesOnly();

  String readOnly();

  String effectsUndone();

  /** Nothing of what was to be undone is. */
  String nothingUndone();

  String nothingToUndo();

  /** What can be undone. */
  String undoReach();

  String goneAgain(String title, String when);

  String backAgain(String title, String when);

  String asBefore(String title, String when);

  /** Fields that others have changed since. */
  String keptEdits(List<String> fields);

  String notUndone(String title, String when);

  String undone();

  String createdLate(String title, String when);

  String movedLate(String title, String when);

  String cancelledLate(String title, String when);

  String changedLate(String title, String when);

  String undoneLate();

  String day(LocalDate date);

  String allDay();

  static String bullets(List<String> lines) {
    return lines.stream().map(line -> "\n- " + line).collect(Collectors.joining());
  }
}
