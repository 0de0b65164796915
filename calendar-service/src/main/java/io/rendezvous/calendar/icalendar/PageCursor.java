package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.CalendarEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a page of events ended; it names no calendar, so it leads nowhere but into one's own.
 *
 * @param start of the last event, in seconds since 1970
 * @param event its id, which orders events that begin together
 */
public record PageCursor(long start, String event) implements Comparable<PageCursor> {
  private static final Comparator<PageCursor> ORDER =
      Comparator.comparingLong(PageCursor::start).thenComparing(PageCursor::event);

  static PageCursor of(CalendarEvent event) {
    return new PageCursor(event.time().start().getEpochSecond(), event.id());
  }

  /** Empty where it is none of ours. */
  public static Optional<PageCursor> parse(String opaque) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 1 || colon + 1 == text.length()
          ? Optional.empty()
          : Optional.of(
              new PageCursor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1)));
    } catch (IllegalArgumentException notOfOurs) {
      return Optional.empty();
    }
  }

  String opaque() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((start + ":" + event).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int compareTo(PageCursor other) {
    return ORDER.compare(this, other);
  }
}
