package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Works out when an object happens; a series is never worked out further than it is asked for. */
record Expansion(EventSet events) {

  /** The first so many times that overlap the period and are wanted, by start. */
  List<HappensAt> within(Period period, Predicate<HappensAt> wanted, int limit) {
    Predicate<HappensAt> fits =
        at -> at.time().overlaps(period.from(), period.to()) && wanted.test(at);
    var reader = new EventReader(events.zones());
    if (!events.isSeries()) {
      return Stream.of(new HappensAt(null, reader.time(events.main()))).filter(fits).toList();
    }
    Map<String, Component> exceptions = events.exceptions();
    Stream<HappensAt> exceptional =
        exceptions.entrySet().stream()
            .filter(exception -> !EventSet.isCancelled(exception.getValue()))
            .map(exception -> new HappensAt(exception.getKey(), reader.time(exception.getValue())))
            .filter(fits);
    Predicate<HappensAt> regular = at -> !exceptions.containsKey(at.occurrence()) && fits.test(at);
    return Stream.concat(exceptional, regular(period, regular, limit))
        .sorted(Comparator.comparing(at -> at.time().start()))
        .limit(limit)
        .toList();
  }

  private Stream<HappensAt> regular(Period period, Predicate<HappensAt> wanted, int limit) {
    return events.starts().stream()
        .flatMap(
            starts -> {
              Component master = events.main();
              var reader = new EventReader(events.zones());
              Span span = reader.span(master);
              ZoneId shown = reader.shown(master);
              Instant earliest =
                  period
                      .from()
                      .minus(span.length())
                      .minus(Duration.ofDays(span.days() == 0 ? 0 : 1));
              return starts
                  .between(
                      earliest,
                      period.to(),
                      start -> wanted.test(new HappensAt(start.key(), span.from(start, shown))),
                      limit)
                  .stream()
                  .map(start -> new HappensAt(start.key(), span.from(start, shown)));
            });
  }

  /** From the first moment to the last, all taken together. */
  EventTime span() {
    var reader = new EventReader(events.zones());
    EventTime first = reader.time(events.main());
    Instant start = first.start();
    Instant end = events.starts().map(Starts::last).orElse(start).plus(first.length());
    for (Component exception : events.exceptions().values()) {
      EventTime time = reader.time(exception);
      start = time.start().isBefore(start) ? time.start() : start;
      end = time.end().isAfter(end) ? time.end() : end;
    }
    return new EventTime(start, end.isBefore(first.end()) ? first.end() : end, first.zone());
  }
}
