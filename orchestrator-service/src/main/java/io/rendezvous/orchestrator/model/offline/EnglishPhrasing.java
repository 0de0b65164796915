package io.rendezvous.orchestrator.model.offline;

import static io.rendezvous.orchestrator.model.offline.Phrasing.bullets;

import io.rendezvous.common.calendar.Response;
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
import java.util.stream.Collectors;

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
      case WHICH_SCOPE -> "This time, the following ones or all of them?";
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
                "When am I free next week?",
                "Add a piano lesson every Tuesday at 6pm",
                "Undo what you just did"));
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
    return "I did not understand how this repeats. Say it like this, for example: “every Tuesday at 10am”.";
  }

  @Override
  public String newRhythm() {
    return "I cannot move a series to other days. Cancel it, and ask me for a new one.";
  }

  @Override
  public String oneStretch() {
    return "I can look at one day or period at a time. Which one is it?";
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
  public String restMoved(String title, String when) {
    return "Done: “" + title + "” is moved from this time on, which is now: " + when + ".";
  }

  @Override
  public String cancelled(String title, String when) {
    return "Done: “" + title + "”, " + when + ", is cancelled.";
  }

  @Override
  public String seriesCancelled(String title, String when) {
    return "Done: the whole series “" + title + "”, which began " + when + ", is cancelled.";
  }

  @Override
  public String restCancelled(String title, String when) {
    return "Done: “"
        + title
        + "” is cancelled from this time on: "
        + when
        + ". What comes before stays.";
  }

  @Override
  public String partOfSeries(String title, String when) {
    return "“" + title + "”, " + when + ", is part of a series.";
  }

  @Override
  public String then() {
    return "Then:";
  }

  @Override
  public String goesOn() {
    return "And so on.";
  }

  @Override
  public String lastTime(String when) {
    return "The last time: " + when + ".";
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
  public String seriesConflicts(List<String> events) {
    return "Mind that some times are the same as those of:" + bullets(events);
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
  public String timesTogether(List<String> people, Period period, List<String> slots) {
    return "You and "
        + String.join(", ", people)
        + " are free "
        + span(period)
        + ":"
        + bullets(slots);
  }

  @Override
  public String noTimeTogether(List<String> people, Period period) {
    return "I find no time within working hours when you and "
        + String.join(", ", people)
        + " are free "
        + span(period)
        + ".";
  }

  @Override
  public String timesUnknown(List<String> people) {
    return "I could not see the times of: " + String.join(", ", people) + ".";
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
  public String changedMeanwhile(String title, String now) {
    return "“"
        + title
        + "” has changed since I showed it to you: now it is "
        + now
        + ". I have left it as it is. Would you ask me again?";
  }

  @Override
  public String goneMeanwhile(String title) {
    return "“" + title + "” is no longer there; I have changed nothing.";
  }

  @Override
  public String answered(Response response, String title, String when) {
    String answer =
        switch (response) {
          case ACCEPTED -> "you have accepted";
          case DECLINED -> "you have declined";
          case TENTATIVE -> "you have answered “maybe” to";
        };
    return "Done: " + answer + " the invitation “" + title + "”, " + when + ".";
  }

  @Override
  public String calendars(List<String> calendars) {
    if (calendars.isEmpty()) {
      return "You have no calendar.";
    }
    String count = calendars.size() == 1 ? "one calendar" : calendars.size() + " calendars";
    return "You have " + count + ":" + bullets(calendars);
  }

  @Override
  public String byDefault() {
    return " (default)";
  }

  @Override
  public String timesOnly() {
    return " (busy times only)";
  }

  @Override
  public String readOnly() {
    return " (read only)";
  }

  @Override
  public String effectsUndone() {
    return "This is undone:";
  }

  @Override
  public String nothingUndone() {
    return "I have undone nothing:";
  }

  @Override
  public String nothingToUndo() {
    return "There is nothing to undo.";
  }

  @Override
  public String undoReach() {
    return "I can undo what I did last, or all that I did since some time ago, a day at most."
        + " Say, for example: “undo the last ten minutes”.";
  }

  @Override
  public String goneAgain(String title, String when) {
    return "“" + title + "”, " + when + ": taken out of the calendar.";
  }

  @Override
  public String backAgain(String title, String when) {
    return "“" + title + "”, " + when + ": put back into the calendar.";
  }

  @Override
  public String asBefore(String title, String when) {
    return "“" + title + "”, " + when + ": as before.";
  }

  @Override
  public String keptEdits(List<String> fields) {
    return "What was edited since stays: "
        + fields.stream().map(EnglishPhrasing::field).collect(Collectors.joining(", "))
        + ".";
  }

  @Override
  public String notUndone(String title, String when) {
    return "“" + title + "”, " + when + ": I could not undo it, and have left it as it is.";
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
  public String changedLate(String title, String when) {
    return "By the way, “" + title + "” was changed after all: " + when + ".";
  }

  @Override
  public String undoneLate() {
    return "By the way, what you had asked me to undo is undone.";
  }

  @Override
  public String day(LocalDate date) {
    return DAY.format(date);
  }

  @Override
  public String allDay() {
    return "all day";
  }

  private static String field(String name) {
    return switch (name) {
      case "location" -> "place";
      case "attendees" -> "people invited";
      case "free" -> "availability";
      default -> name;
    };
  }

  private String span(Period period) {
    LocalDate first = period.from().toLocalDate();
    LocalDate last = period.to().minusNanos(1).toLocalDate();
    return first.equals(last) ? "on " + day(first) : "from " + day(first) + " to " + day(last);
  }
}
