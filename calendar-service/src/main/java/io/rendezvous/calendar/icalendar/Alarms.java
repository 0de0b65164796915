package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.Reminder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reminders as alarms. An alarm that no reminder can say is kept, and shown to nobody. */
final class Alarms {
  private Alarms() {}

  static List<Reminder> read(Component event) {
    return event.parts("VALARM").stream().flatMap(alarm -> reminder(alarm).stream()).toList();
  }

  /** The event with these reminders; alarms that say one of them stay to the letter. */
  static Component write(Component event, List<Reminder> reminders, String title) {
    var wanted = new ArrayList<>(reminders);
    var parts = new ArrayList<Component>();
    for (Component part : event.children()) {
      Optional<Reminder> said = part.is("VALARM") ? reminder(part) : Optional.empty();
      if (said.isEmpty() || wanted.remove(said.get())) {
        parts.add(part);
      }
    }
    wanted.forEach(reminder -> parts.add(alarm(reminder, title)));
    return event.withChildren(parts);
  }

  private static Optional<Reminder> reminder(Component alarm) {
    Optional<ContentLine> trigger =
        alarm
            .first("TRIGGER")
            .filter(line -> line.parameter("RELATED").filter("END"::equalsIgnoreCase).isEmpty())
            .filter(line -> line.value().contains("P"));
    return trigger
        .flatMap(line -> before(line.value()))
        .map(before -> new Reminder(method(alarm), before));
  }

  private static Optional<Duration> before(String trigger) {
    try {
      Duration before = Span.parse(trigger).length().negated();
      return before.isNegative() ? Optional.empty() : Optional.of(before);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static Reminder.Method method(Component alarm) {
    return alarm.first("ACTION").filter(line -> line.value().equalsIgnoreCase("EMAIL")).isPresent()
        ? Reminder.Method.EMAIL
        : Reminder.Method.POPUP;
  }

  private static Component alarm(Reminder reminder, String title) {
    String action = reminder.method() == Reminder.Method.EMAIL ? "EMAIL" : "DISPLAY";
    var lines = new ArrayList<ContentLine>();
    lines.add(new ContentLine("ACTION", action));
    lines.add(new ContentLine("TRIGGER", "-PT" + reminder.before().toMinutes() + "M"));
    lines.add(new ContentLine("DESCRIPTION", Words.escape(title)));
    if (reminder.method() == Reminder.Method.EMAIL) {
      lines.add(new ContentLine("SUMMARY", Words.escape(title)));
    }
    return new Component("VALARM", lines, List.of());
  }
}
