package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bodies of requests. */
final class Questions {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * Servers mean days and floating times in zones of their own: what is too much is left out here.
   */
  private static final Duration SLACK = Duration.ofDays(1);

  private static final Instant EARLIEST = Instant.parse("0002-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9998-01-01T00:00:00Z");

  static final String WHO_AM_I = propfind("<d:current-user-principal/>");
  static final String WHAT_IS_MINE =
      propfind("<c:calendar-home-set/><c:calendar-user-address-set/>");
  static final String WHAT_CALENDARS =
      propfind(
          "<d:resourcetype/><d:displayname/><d:current-user-privilege-set/>"
              + "<c:supported-calendar-component-set/><c:calendar-timezone/>");
  static final String WHICH_ZONE = propfind("<c:calendar-timezone/>");

  static final String SERIES = query("<c:prop-filter name=\"RRULE\"/>");

  private Questions() {}

  static String events(Period period) {
    return query(
        "<c:time-range start=\""
            + UTC.format(within(period.from().minus(SLACK)))
            + "\" end=\""
            + UTC.format(within(period.to().plus(SLACK)))
            + "\"/>");
  }

  static String named(List<String> hrefs) {
    return wrapped(
        "c:calendar-multiget",
        "<d:prop><d:getetag/><c:calendar-data/></d:prop>"
            + hrefs.stream()
                .map(href -> "<d:href>" + escaped(href) + "</d:href>")
                .collect(Collectors.joining()));
  }

  static String changes(@Nullable String token) {
    return wrapped(
        "d:sync-collection",
        "<d:sync-token>"
            + (token == null ? "" : escaped(token))
            + "</d:sync-token><d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop>");
  }

  private static String query(String filter) {
    return wrapped(
        "c:calendar-query",
        "<d:prop><d:getetag/><c:calendar-data/></d:prop><c:filter>"
            + "<c:comp-filter name=\"VCALENDAR\"><c:comp-filter name=\"VEVENT\">"
            + filter
            + "</c:comp-filter></c:comp-filter></c:filter>");
  }

  private static String propfind(String properties) {
    return wrapped("d:propfind", "<d:prop>" + properties + "</d:prop>");
  }

  private static String wrapped(String element, String content) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><"
        + element
        + " xmlns:d=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">"
        + content
        + "</"
        + element
        + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\p{Cntrl}", "");
  }

  private static Instant within(Instant time) {
    if (time.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }
}
