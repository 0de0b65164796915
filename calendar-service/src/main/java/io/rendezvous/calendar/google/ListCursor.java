package io.rendezvous.calendar.google;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.common.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a listing goes on: on which of Google's pages, and what of it has been shown. That is told
 * by start and, since Google does not order events of one start, by their ids.
 *
 * @param page Google's token; null for its first page
 * @param start of the last event shown of that page
 * @param shown marks of the events of this start that were shown
 */
record ListCursor(@Nullable String page, Instant start, List<String> shown) {
  private static final Pattern FORM = Pattern.compile("g:(-?\\d{1,17}):([0-9a-v.]*):(.*)");

  /** Long enough to tell the events of one page apart, and short where there are many. */
  private static final int MARK = 8;

  ListCursor {
    shown = List.copyOf(shown);
  }

  /** At the beginning of a page. */
  static ListCursor at(@Nullable String page) {
    return new ListCursor(page, Instant.MIN, List.of());
  }

  static Optional<ListCursor> parse(String opaque) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        return Optional.empty();
      }
      Instant start = Instant.ofEpochSecond(Long.parseLong(form.group(1)));
      String page = form.group(3).isEmpty() ? null : form.group(3);
      return Optional.of(new ListCursor(page, start, List.of(form.group(2).split("\\."))));
    } catch (IllegalArgumentException | DateTimeException notOfOurs) {
      return Optional.empty();
    }
  }

  String opaque() {
    String text =
        "g:%d:%s:%s"
            .formatted(start.getEpochSecond(), String.join(".", shown), page == null ? "" : page);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  ListCursor showing(CalendarEvent event) {
    var marks = new ArrayList<String>(event.time().start().equals(start) ? shown : List.of());
    marks.add(mark(event));
    return new ListCursor(page, event.time().start(), marks);
  }

  boolean isBefore(CalendarEvent other) {
    int byStart = start.compareTo(other.time().start());
    return byStart < 0 || (byStart == 0 && !shown.contains(mark(other)));
  }

  private static String mark(CalendarEvent event) {
    return Ids.derive(event.id()).substring(0, MARK);
  }
}
