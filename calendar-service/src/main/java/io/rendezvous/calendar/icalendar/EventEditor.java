package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Recurrence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes into an event what is to be other than it says; its other lines stay to the letter. */
record EventEditor(Zones zones, Instant now) {
  private static final Set<String> RECURRENCE = Set.of("RRULE", "RDATE", "EXDATE");

  /** Throws where the content cannot be written. */
  Component edit(Component event, EventContent after) {
    EventContent before = new EventReader(zones).content(event);
    if (before.equals(after)) {
      return event;
    }
    Component edited = event;
    edited = words(edited, "SUMMARY", before.text().title(), after.text().title());
    edited = words(edited, "DESCRIPTION", before.text().description(), after.text().description());
    edited = words(edited, "LOCATION", before.text().location(), after.text().location());
    if (!before.text().attendees().equals(after.text().attendees())) {
      edited = edited.putting("ATTENDEE", People.write(edited, after.text().attendees()));
    }
    boolean recursOtherwise = !before.recurrence().equals(after.recurrence());
    if (recursOtherwise) {
      edited = withRules(edited, after.recurrence());
    }
    if (!before.time().equals(after.time())) {
      edited = new TimeLines(zones).put(edited, after.time());
    }
    if (recursOtherwise) {
      edited = withTimes(edited, after.recurrence());
    }
    if (!before.reminders().equals(after.reminders())) {
      edited = Alarms.write(edited, after.reminders(), after.text().title());
    }
    if (before.free() != after.free()) {
      edited = edited.putting(new ContentLine("TRANSP", after.free() ? "TRANSPARENT" : "OPAQUE"));
    }
    return stamped(edited, !ContentFields.different(before, after).isEmpty());
  }

  /**
   * Marked as changed.
   *
   * @param anew whether what people agreed to is another now (RFC 5546, 2.1.4); an answer is not
   */
  Component stamped(Component event, boolean anew) {
    String at = Moment.of(now, ZoneOffset.UTC).value();
    Component stamped = event.putting(new ContentLine("DTSTAMP", at));
    stamped = stamped.putting(new ContentLine("LAST-MODIFIED", at));
    return anew
        ? stamped.putting(new ContentLine("SEQUENCE", Integer.toString(sequence(event) + 1)))
        : stamped;
  }

  private static int sequence(Component event) {
    try {
      return event.first("SEQUENCE").map(line -> Integer.parseInt(line.value().trim())).orElse(0);
    } catch (NumberFormatException unreadable) {
      return 0;
    }
  }

  private static Component words(
      Component event, String property, @Nullable String before, @Nullable String after) {
    if (Objects.equals(before, after)) {
      return event;
    }
    if (after == null) {
      return event.without(property);
    }
    String value = Words.escape(after);
    return event.putting(
        event
            .first(property)
            .map(line -> line.without("ALTREP").saying(value))
            .orElseGet(() -> new ContentLine(property, value)));
  }

  private static Component withRules(Component event, Recurrence recurrence) {
    var rules = new ArrayList<ContentLine>();
    for (String text : recurrence.lines()) {
      ContentLine line = line(text);
      if (line.is("RRULE")) {
        rules.add(line);
      }
    }
    return event.putting("RRULE", rules).without("RDATE").without("EXDATE");
  }

  /** Times that name no zone are meant where the event is. */
  private static Component withTimes(Component event, Recurrence recurrence) {
    Component result = event;
    for (String text : recurrence.lines()) {
      ContentLine line = line(text);
      if (!line.is("RRULE")) {
        boolean local =
            line.parameter("TZID").isEmpty()
                && line.value().indexOf('T') > 0
                && !line.value().endsWith("Z");
        ContentLine start = result.first("DTSTART").orElseThrow();
        result =
            result.adding(
                local
                    ? start.parameter("TZID").map(id -> line.with("TZID", id)).orElse(line)
                    : line);
      }
    }
    return result;
  }

  private static ContentLine line(String text) {
    ContentLine line = ContentLine.parse(text);
    boolean fine =
        RECURRENCE.stream().anyMatch(line::is)
            && text.chars().noneMatch(Character::isISOControl)
            && (!line.is("RRULE") || Rule.parse(line.value()).isPresent());
    if (!fine) {
      throw new IllegalArgumentException("Expected lines RRULE, RDATE or EXDATE of RFC 5545");
    }
    return line;
  }
}
