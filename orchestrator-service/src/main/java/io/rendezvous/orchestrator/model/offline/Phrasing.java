package io.rendezvous.orchestrator.model.offline;

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

  String notRecurring();

  String oneAtATime();

  String created(String title, String when);

  String moved(String title, String before, String after);

  String cancelled(String title, String when);

  String alreadyThere(String title, String when);

  String conflicts(List<String> events);

  String planned(Period period, List<String> events, boolean more);

  String nothingPlanned(Period period);

  String notFound(Period period);

  String found();

  String freeTimes(Period period, List<String> slots);

  String noFreeTime(Period period);

  String freeAt(String when);

  String busyAt(String when, List<String> events);

  String mismatch(LocalDate date, DayOfWeek stated);

  String noSuchDay(int day, Month month);

  String noSuchWeekday(int nth, DayOfWeek weekday, YearMonth month);

  String failed(ToolFailure failure);

  String undone();

  String createdLate(String title, String when);

  String movedLate(String title, String when);

  String cancelledLate(String title, String when);

  String day(LocalDate date);

  static String bullets(List<String> lines) {
    return lines.stream().map(line -> "\n- " + line).collect(Collectors.joining());
  }
}
