package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.UpdateEvent;
import io.rendezvous.common.calendar.LocalWhen;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out what an event becomes where some of its fields are given. */
final class Edit {
  private final UpdateEvent asked;
  private final Duration usual;

  /**
   * An edit.
   *
   * @param usual how long an event is that was of whole days and gets a time of day
   */
  Edit(UpdateEvent asked, Duration usual) {
    this.asked = asked;
    this.usual = usual;
  }

  Outcome<EventContent> of(CalendarEvent current) {
    EventContent content = current.content();
    return time(content.time())
        .then(
            time ->
                text(content.text())
                    .then(
                        text ->
                            recurrence(content).map(lines -> edited(content, text, time, lines))));
  }

  private EventContent edited(
      EventContent content, EventText text, EventTime time, Recurrence recurrence) {
    return new EventContent(
        text,
        time,
        recurrence,
        asked.reminders() == null ? content.reminders() : CreateEvent.reminders(asked.reminders()),
        Objects.requireNonNullElse(asked.free(), content.free()));
  }

  private Outcome<EventText> text(EventText text) {
    String title = Objects.requireNonNullElse(asked.title(), text.title());
    if (title.isBlank()) {
      return Arguments.invalid("title is blank: give the event a title.");
    }
    return people(text.attendees())
        .map(
            people ->
                new EventText(
                    title.strip(),
                    given(asked.description(), text.description()),
                    given(asked.location(), text.location()),
                    people));
  }

  /** Who stays has answered what she had answered. */
  private Outcome<List<Attendee>> people(List<Attendee> before) {
    if (asked.attendees() == null) {
      return new Outcome.Done<>(before);
    }
    return People.invited(asked.attendees())
        .map(people -> people.stream().map(one -> asAnswered(one, before)).toList());
  }

  private static Attendee asAnswered(Attendee person, List<Attendee> before) {
    return before.stream()
        .filter(other -> other.person().equals(person.person()))
        .findFirst()
        .map(other -> person.answering(other.response()))
        .orElse(person);
  }

  private Outcome<Recurrence> recurrence(EventContent content) {
    return asked.recurrence() == null
        ? new Outcome.Done<>(content.recurrence())
        : Series.of(asked.recurrence());
  }

  private Outcome<EventTime> time(EventTime current) {
    if (asked.start() == null && asked.end() == null && asked.timeZone() == null) {
      return new Outcome.Done<>(current);
    }
    return LocalTimes.zone(asked.timeZone(), current.zone())
        .then(
            zone -> {
              LocalWhen start = asked.start() == null ? start(current, zone) : asked.start();
              return LocalTimes.onWeekday(
                  asked.weekday(),
                  start.day(),
                  LocalTimes.time(
                      start, end(current, start, zone), length(current), days(current), zone));
            });
  }

  /** The end stays where the start is not given; else the length does. */
  private @Nullable LocalWhen end(EventTime current, LocalWhen start, ZoneId zone) {
    if (asked.end() != null || asked.start() != null || start.isDay() != current.allDay()) {
      return asked.end();
    }
    return current.allDay()
        ? new LocalWhen(current.endDay().minusDays(1), null)
        : LocalWhen.of(current.end().atZone(zone).toLocalDateTime());
  }

  private static LocalWhen start(EventTime current, ZoneId zone) {
    return current.allDay()
        ? new LocalWhen(current.firstDay(), null)
        : LocalWhen.of(current.start().atZone(zone).toLocalDateTime());
  }

  private Duration length(EventTime current) {
    return current.allDay() || current.length().isZero() ? usual : current.length();
  }

  private static int days(EventTime current) {
    return current.allDay()
        ? (int) ChronoUnit.DAYS.between(current.firstDay(), current.endDay())
        : 1;
  }

  private static @Nullable String given(@Nullable String asked, @Nullable String otherwise) {
    if (asked == null) {
      return otherwise;
    }
    return asked.isBlank() ? null : asked;
  }
}
