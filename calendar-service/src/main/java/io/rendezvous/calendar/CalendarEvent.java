package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

/**
 * An event as a provider holds it.
 *
 * @param etag names this version: another version has another
 */
public record CalendarEvent(String id, CalendarId calendar, EventContent content, String etag) {
  public CalendarEvent {
    requireNonNull(id, "id");
    requireNonNull(calendar, "calendar");
    requireNonNull(content, "content");
    requireNonNull(etag, "etag");
  }

  public EventText text() {
    return content.text();
  }

  public EventTime time() {
    return content.time();
  }
}
