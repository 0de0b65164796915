package io.rendezvous.orchestrator.model.offline;

import static io.rendezvous.orchestrator.model.offline.Phrasing.bullets;

import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.dates.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** English. */
final class EnglishPhrasing implements Phrasing {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  @Override
  public String question(Question question) {
    return switch (question) {
      case WHEN -> "On which day and at what time?";
      case WHICH_DAY -> "Which day exactly, and at what time?";
      case WHAT_TIME -> "At what time?";
      case NEW_TIME -> "When do you want to move it to?";
      case WHICH_EVENT -> "Which one do you mean?";
      case RIGHT_DATE -> "Which date do you mean?";
    };
  }

  @Override
  public String greeting() {
    return "Hello! " + help();
  }

  @Override
  public String help() {
    return "I look after your calendar. You can ask me, for example:"
        + bullets(
            List.of(
                "Schedule a lunch with ana@example.com on Friday at 1pm",
                "What do I have tomorrow?",
                "Move my lunch on Friday to Saturday at 2pm",
                "Cancel my lunch with Ana",
                "When am I free next week?"));
  }

  @Override
  public String thanks() {
    return "You are welcome.";
  }

  @Override
  public String dropped() {
    return "All right, I leave it as it is.";
  }

  @Override
  public String unknown() {
    return "I did not understand this request. " + help();
  }

  @Override
  public String untitled() {
    return "Appointment";
  }

  @Override
  public String notRecurring() {
    return "I cannot look after events that repeat yet. Ask me for each of them with its day and time.";
  }

  @Override
  public String oneAtATime() {
    return "I take care of one event at a time. Ask me for one after the other.";
  }

  @Override
  public String created(String title, String when) {
    return "Done: “" + title + "”, " + when + ".";
  }

  @Override
  public String moved(String title, String before, String after) {
    return "Done: “" + title + "” is moved. Before: " + before + ". Now: " + after + ".";
  }

  @Override
  public String cancelled(String title, String when) {
    return "Done: “" + title + "”, " + when + ", is cancelled.";
  }

  @Override
  public String alreadyThere(String title, String when) {
    return "“" + title + "” is at that time already: " + when + ".";
  }

  @Override
  public String conflicts(List<String> events) {
    return "Mind that this is at the same time as:" + bullets(events);
  }

  @Override
  public String planned(Period period, List<String> events, boolean more) {
    String count = events.size() == 1 ? "one event" : events.size() + " events";
    return "You have "
        + count
        + " "
        + span(period)
        + ":"
        + bullets(events)
        + (more ? "\nAnd others besides." : "");
  }

  @Override
  public String nothingPlanned(Period period) {
    return "You have nothing planned " + span(period) + ".";
  }

  @Override
  public String notFound(Period period) {
    return "I cannot find this event " + span(period) + ".";
  }

  @Override
  public String found() {
    return "This is what I find:";
  }

  @Override
  public String freeTimes(Period period, List<String> slots) {
    return "You are free " + span(period) + ":" + bullets(slots);
  }

  @Override
  public String noFreeTime(Period period) {
    return "I find no free time within your working hours " + span(period) + ".";
  }

  @Override
  public String freeAt(String when) {
    return "Yes, you are free: " + when + ".";
  }

  @Override
  public String busyAt(String when, List<String> events) {
    return "No, you are not free, " + when + ". You have:" + bullets(events);
  }

  @Override
  public String mismatch(LocalDate date, DayOfWeek stated) {
    String weekday = stated.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return "This is not a " + weekday + ": the date is " + day(date) + ".";
  }

  @Override
  public String noSuchDay(int day, Month month) {
    return "There is no "
        + day
        + " "
        + month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " in that year.";
  }

  @Override
  public String noSuchWeekday(int nth, DayOfWeek weekday, YearMonth month) {
    return "There are not "
        + nth
        + " "
        + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + "s in "
        + MONTH.format(month)
        + ".";
  }

  @Override
  public String failed(ToolFailure failure) {
    return switch (failure) {
      case NOT_FOUND -> "This event is no longer there; I have changed nothing.";
      case CONFLICT ->
          "This event has changed meanwhile; I have left it as it is. Would you ask me again?";
      case UNAUTHORIZED ->
          "Your calendar refuses me access; it has to be connected again. I have changed nothing.";
      case UNAVAILABLE ->
          "Your calendar does not answer at the moment; I have changed nothing. Please try again later.";
      case INVALID_ARGUMENTS ->
          "Your calendar did not accept this request; I have changed nothing. Could you put it differently?";
      case REJECTED -> "As you said no, I have changed nothing.";
      case EXPIRED ->
          "I needed your approval and did not get it in time; I have changed nothing. Would you ask me again?";
      case UNKNOWN_TOOL, INTERNAL ->
          "Sorry, this did not work because of a fault on our side; I have changed nothing.";
    };
  }

  @Override
  public String undone() {
    return "By the way, I have taken back what I had done of your request before.";
  }

  @Override
  public String createdLate(String title, String when) {
    return "By the way, “" + title + "” was created after all: " + when + ".";
  }

  @Override
  public String movedLate(String title, String when) {
    return "By the way, “" + title + "” was moved after all: " + when + ".";
  }

  @Override
  public String cancelledLate(String title, String when) {
    return "By the way, “" + title + "” was cancelled after all: " + when + ".";
  }

  @Override
  public String day(LocalDate date) {
    return DAY.format(date);
  }

  private String span(Period period) {
    LocalDate first = period.from().toLocalDate();
    LocalDate last = period.to().minusNanos(1).toLocalDate();
    return first.equals(last) ? "on " + day(first) : "from " + day(first) + " to " + day(last);
  }
}
