package io.rendezvous.calendar.google;

import io.rendezvous.calendar.CalendarEvent;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on: on which of Google's pages, and after which event there.
 *
 * @param page Google's token; null for its first page
 * @param start of the last event shown
 * @param event the last event shown
 */
record ListCursor(@Nullable String page, Instant start, String event) {
  static final Comparator<CalendarEvent> ORDER =
      Comparator.comparing((CalendarEvent event) -> event.time().start())
          .thenComparing(CalendarEvent::id);
  private static final Pattern FORM = Pattern.compile("g:(-?\\d{1,17}):([^:]+):(.*)");

  static ListCursor after(@Nullable String page, CalendarEvent last) {
    return new ListCursor(page, last.time().start(), last.id());
  }

  /** At the beginning of a page. */
  static ListCursor at(String page) {
    return new ListCursor(page, Instant.MIN, "-");
  }

  static Optional<ListCursor> parse(String opaque) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        return Optional.empty();
      }
      String page = form.group(3).isEmpty() ? null : form.group(3);
      Instant start = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
      return Optional.of(new ListCursor(page, start, form.group(2)));
    } catch (IllegalArgumentException | DateTimeException notOfOurs) {
      return Optional.empty();
    }
  }

  String opaque() {
    String text = "g:" + start.getEpochSecond() + ":" + event + ":" + (page == null ? "" : page);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  boolean isBefore(CalendarEvent other) {
    int byStart = start.compareTo(other.time().start());
    return byStart < 0 || (byStart == 0 && event.compareTo(other.id()) < 0);
  }
}
