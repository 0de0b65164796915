package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what people have written in an event. */
record EventReader(Zones zones) {
  /** Says the zone of an event whose times cannot: of days, and of an hour that comes twice. */
  static final String SHOWN_ZONE = "X-RENDEZVOUS-TZID";

  EventContent content(Component event) {
    return new EventContent(
        text(event), time(event), recurrence(event), Alarms.read(event), isFree(event));
  }

  /** Of one occurrence of a series, as the series says it. */
  EventContent occurrence(Component master, Moment start) {
    return new EventContent(
        text(master),
        span(master).from(start, shown(master)),
        Recurrence.NONE,
        Alarms.read(master),
        isFree(master));
  }

  EventTime time(Component event) {
    return span(event).from(start(event), shown(event));
  }

  Moment start(Component event) {
    ContentLine line = event.first("DTSTART").orElseThrow(EventReader::incomplete);
    Moment start = zones.read(line);
    return start.day() ? new Moment(start.local(), shown(event), true) : start;
  }

  /** Where its local times are shown: what its start names counts, whoever wrote it last. */
  ZoneId shown(Component event) {
    Optional<ContentLine> start = event.first("DTSTART");
    return start
        .filter(line -> line.parameter("TZID").isPresent())
        .map(zones::of)
        .or(() -> event.first(SHOWN_ZONE).flatMap(line -> zone(line.value())))
        .or(
            () ->
                start
                    .filter(line -> line.value().indexOf('T') > 0)
                    .map(line -> zones.read(line).zone()))
        .orElse(zones.floating());
  }

  Span span(Component event) {
    Moment start = start(event);
    Optional<Moment> end = event.first("DTEND").map(zones::read);
    if (end.isPresent()) {
      return start.day()
          ? Span.ofDays(ChronoUnit.DAYS.between(start.local(), end.get().local()))
          : new Span(0, Duration.between(start.instant(), end.get().instant()));
    }
    return event
        .first("DURATION")
        .map(line -> Span.parse(line.value()))
        .orElse(Span.ofDays(start.day() ? 1 : 0));
  }

  static Recurrence recurrence(Component event) {
    return new Recurrence(
        Stream.of("RRULE", "RDATE", "EXDATE")
            .flatMap(name -> event.all(name).stream())
            .map(ContentLine::text)
            .toList());
  }

  static boolean isFree(Component event) {
    return event.first("TRANSP").filter(l -> l.value().equalsIgnoreCase("TRANSPARENT")).isPresent();
  }

  private static EventText text(Component event) {
    String title = words(event, "SUMMARY");
    return new EventText(
        title == null ? "" : title,
        words(event, "DESCRIPTION"),
        words(event, "LOCATION"),
        People.read(event));
  }

  private static @Nullable String words(Component event, String property) {
    List<ContentLine> lines = event.all(property);
    return lines.isEmpty() ? null : Words.unescape(lines.getFirst().value());
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException incomplete() {
    return new IllegalArgumentException("Expected an event with a start");
  }
}
