package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

/**
 * An event as a provider holds it; a series, where its recurrence says so, or one occurrence.
 *
 * @param id of the event; of an occurrence, the series' id, a tilde and the occurrence's own start
 * @param etag names this version: another version has another
 */
public record CalendarEvent(
    String id, CalendarId calendar, EventContent content, String etag, EventFacts facts) {
  public CalendarEvent {
    requireNonNull(id, "id");
    requireNonNull(calendar, "calendar");
    requireNonNull(content, "content");
    requireNonNull(etag, "etag");
    requireNonNull(facts, "facts");
  }

  public EventText text() {
    return content.text();
  }

  public EventTime time() {
    return content.time();
  }

  /** The same without the provider's own form. */
  public CalendarEvent plain() {
    return new CalendarEvent(id, calendar, content, etag, facts.plain());
  }

  /** The id of its series, or its own. */
  public String seriesId() {
    String series = facts.series();
    return series == null ? id : series;
  }

  /** Whether the user is held up by it. */
  public boolean isBusy() {
    return !content.free() && !facts.declined();
  }
}
