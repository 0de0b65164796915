package io.rendezvous.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.dates.TimeInZone.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every zone around each of its transitions, past rules and rules to come. */
class ZonesTest {
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2041-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(1);

  static Set<String> zones() {
    return new TreeSet<>(ZoneId.getAvailableZoneIds());
  }

  @ParameterizedTest
  @MethodSource("zones")
  void skips_what_the_clocks_skip_and_repeats_what_they_repeat(String id) {
    ZoneId zone = ZoneId.of(id);
    transitions(zone)
        .forEach(
            transition -> {
              LocalDateTime first = first(transition);
              LocalDateTime end = first.plus(transition.getDuration().abs());
              Note within = transition.isGap() ? Note.SKIPPED : Note.TWICE;
              assertNote(zone, first.minus(STEP), Note.NONE);
              assertNote(zone, first, within);
              assertNote(zone, middle(first, end), within);
              assertNote(zone, end.minus(STEP), within);
              assertNote(zone, end, Note.NONE);
            });
  }

  @ParameterizedTest
  @MethodSource("zones")
  void moves_what_is_skipped_forward_by_the_length_of_the_gap(String id) {
    ZoneId zone = ZoneId.of(id);
    transitions(zone)
        .filter(ZoneOffsetTransition::isGap)
        .forEach(
            gap -> {
              LocalDateTime local = middle(first(gap), gap.getDateTimeAfter());
              ZonedDateTime moved = TimeInZone.of(local, zone).earliest();
              assertThat(moved.toLocalDateTime()).isEqualTo(local.plus(gap.getDuration()));
              assertThat(moved.toInstant()).isAfterOrEqualTo(gap.getInstant());
            });
  }

  @ParameterizedTest
  @MethodSource("zones")
  void gives_the_earlier_of_two_first(String id) {
    ZoneId zone = ZoneId.of(id);
    transitions(zone)
        .filter(ZoneOffsetTransition::isOverlap)
        .forEach(
            overlap -> {
              TimeInZone time = TimeInZone.of(first(overlap), zone);
              Duration apart =
                  Duration.between(time.candidates().getFirst(), time.candidates().getLast());
              assertThat(apart).isEqualTo(overlap.getDuration().abs());
              assertThat(time.earliest().toInstant()).isBefore(overlap.getInstant());
            });
  }

  @ParameterizedTest
  @MethodSource("zones")
  void reads_back_every_time_that_a_clock_shows(String id) {
    ZoneId zone = ZoneId.of(id);
    transitions(zone)
        .flatMap(
            transition ->
                Stream.of(-90, -1, 0, 1, 45, 90)
                    .map(Duration::ofMinutes)
                    .map(transition.getInstant()::plus))
        .forEach(
            instant -> {
              ZonedDateTime shown = instant.atZone(zone);
              TimeInZone read = TimeInZone.of(shown.toLocalDateTime(), zone);
              assertThat(read.candidates()).contains(shown);
              assertThat(read.note()).isNotEqualTo(Note.SKIPPED);
            });
  }

  @ParameterizedTest
  @MethodSource("zones")
  void begins_each_day_at_the_first_time_that_is_there(String id) {
    ZoneId zone = ZoneId.of(id);
    transitions(zone)
        .flatMap(
            transition ->
                Stream.of(transition.getDateTimeBefore(), transition.getDateTimeAfter())
                    .map(LocalDateTime::toLocalDate))
        .forEach(date -> assertFirst(date, zone));
    assertFirst(LocalDate.of(2028, 2, 29), zone);
  }

  @Test
  void sees_gaps_and_overlaps_at_midnight_and_of_other_lengths_than_an_hour() {
    Comparator<Duration> byLength = Comparator.naturalOrder();
    assertThat(zones()).hasSizeGreaterThan(500);
    assertThat(all().map(transition -> transition.getDuration().abs()).min(byLength))
        .hasValueSatisfying(shortest -> assertThat(shortest).isLessThan(Duration.ofHours(1)));
    assertThat(all().filter(ZoneOffsetTransition::isGap).map(ZonesTest::first))
        .anyMatch(local -> local.toLocalTime().equals(LocalTime.MIDNIGHT));
  }

  private static Stream<ZoneOffsetTransition> all() {
    return zones().stream().map(ZoneId::of).flatMap(ZonesTest::transitions);
  }

  private static Stream<ZoneOffsetTransition> transitions(ZoneId zone) {
    return Stream.iterate(
        zone.getRules().nextTransition(FROM),
        transition -> transition != null && transition.getInstant().isBefore(TO),
        transition -> zone.getRules().nextTransition(transition.getInstant()));
  }

  /** The first local time that is skipped or shown twice. */
  private static LocalDateTime first(ZoneOffsetTransition transition) {
    return transition.isGap() ? transition.getDateTimeBefore() : transition.getDateTimeAfter();
  }

  private static LocalDateTime middle(LocalDateTime first, LocalDateTime end) {
    return first.plus(Duration.between(first, end).dividedBy(2));
  }

  private static void assertNote(ZoneId zone, LocalDateTime local, Note note) {
    TimeInZone time = TimeInZone.of(local, zone);
    assertThat(time.note()).as("%s in %s", local, zone).isEqualTo(note);
    assertThat(time.candidates()).hasSize(note == Note.TWICE ? 2 : 1);
  }

  /** Just before it, another day is shown; it is of this day, unless that is skipped as a whole. */
  private static void assertFirst(LocalDate date, ZoneId zone) {
    ZonedDateTime start = TimeInZone.startOf(date, zone);
    assertThat(start.toLocalDate()).isEqualTo(date);
    assertThat(start.minusNanos(1).toLocalDate()).as("%s in %s", date, zone).isBefore(date);
  }
}
