package io.rendezvous.calendar.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** When the occurrences of a series begin, exceptions aside. */
final class Starts {
  /** After all that anybody plans. */
  static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** No clock is set by more at once. */
  private static final Duration CLOCK_CHANGE = Duration.ofHours(3);

  private final Moment first;
  private final List<Rule> rules;
  private final List<Moment> added;
  private final Set<String> removed;

  private Starts(Moment first, List<Rule> rules, List<Moment> added, Set<String> removed) {
    this.first = first;
    this.rules = rules;
    this.added = added;
    this.removed = removed;
  }

  static Starts of(Component master, Moment first, Zones zones) {
    var removed = new HashSet<String>();
    for (ContentLine line : master.all("EXDATE")) {
      zones.readAll(line).forEach(moment -> removed.add(moment.key()));
    }
    return new Starts(
        first,
        master.all("RRULE").stream().flatMap(line -> Rule.parse(line.value()).stream()).toList(),
        master.all("RDATE").stream()
            .flatMap(line -> zones.readAll(line).stream())
            .map(moment -> first.day() ? moment.at(day(moment)) : moment)
            .toList(),
        removed);
  }

  /** The first so many that are wanted, from {@code from} to {@code to}. */
  List<Moment> between(Instant from, Instant to, Predicate<Moment> wanted, int limit) {
    LocalDateTime earliest = local(from.minus(CLOCK_CHANGE));
    LocalDateTime latest = local(to.plus(CLOCK_CHANGE));
    Stream<Moment> listed = Stream.concat(Stream.of(first), added.stream());
    // By time: an occurrence named twice is one.
    var found = new TreeMap<Instant, Moment>();
    Stream.concat(
            Stream.of(listed),
            rules.stream()
                .map(
                    rule ->
                        rule.starts(first.local(), first.zone(), earliest, latest).map(first::at)))
        .flatMap(starts -> starts.filter(this::isKept).filter(wanted).limit(limit))
        .forEach(start -> found.putIfAbsent(start.instant(), start));
    return found.values().stream().limit(limit).toList();
  }

  /** The start of this name. */
  Optional<Moment> named(String key) {
    Moment named = Moment.parse(key, first.zone());
    Instant start = named.day() ? named.instant() : Moment.parse(key, ZoneOffset.UTC).instant();
    return between(start, start, moment -> moment.key().equals(key), 1).stream().findFirst();
  }

  /** The last start there is, as far as it can be told; NEVER where there is always another. */
  Instant last() {
    if (rules.stream().anyMatch(Rule::isEndless)) {
      return NEVER;
    }
    Stream<Moment> listed = Stream.concat(Stream.of(first), added.stream());
    Stream<Moment> ends =
        rules.stream().map(rule -> first.at(rule.end(first.local(), first.zone())));
    return Stream.concat(listed, ends).map(Moment::instant).max(Instant::compareTo).orElse(NEVER);
  }

  /** Some programs take a day out where others take the time. */
  private boolean isKept(Moment start) {
    return !removed.contains(start.key())
        && !removed.contains(new Moment(day(start), start.zone(), true).key());
  }

  private LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, first.zone());
  }

  private static LocalDateTime day(Moment moment) {
    return moment.local().toLocalDate().atStartOfDay();
  }
}
