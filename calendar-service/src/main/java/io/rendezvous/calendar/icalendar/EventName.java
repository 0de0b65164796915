package io.rendezvous.calendar.icalendar;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * An event's id in its parts.
 *
 * @param object names the object that holds it
 * @param occurrence the occurrence's own start; null for all of the object
 */
public record EventName(String object, @Nullable String occurrence) {
  private static final char MARK = '~';

  public EventName {
    requireNonNull(object, "object");
  }

  public static EventName parse(String id) {
    int mark = id.lastIndexOf(MARK);
    return mark < 0
        ? new EventName(id, null)
        : new EventName(id.substring(0, mark), id.substring(mark + 1));
  }

  public EventName at(String start) {
    return new EventName(object, start);
  }

  public String id() {
    return occurrence == null ? object : object + MARK + occurrence;
  }
}
