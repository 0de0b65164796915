package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How every calendar has series: what is done to one occurrence, and what to all. */
public abstract class SeriesContract extends ContractFixture {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2028-01-01T00:00:00Z");
  private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 11, 27, 13, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=DAILY;COUNT=3 | 2026-11-27T13:00,2026-11-28T13:00,2026-11-29T13:00",
        "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=FR,MO | 2026-11-27T13:00,2026-11-30T13:00,2026-12-04T13:00",
        "RRULE:FREQ=DAILY;UNTIL=20261129T120000Z | 2026-11-27T13:00,2026-11-28T13:00,2026-11-29T13:00",
        "RRULE:FREQ=MONTHLY;COUNT=2;BYDAY=-1FR | 2026-11-27T13:00,2026-12-25T13:00",
      })
  void happens_as_its_rule_says(String rule, String starts) {
    CalendarEvent series = create(lunch(FRIDAY, rule));
    assertThat(series.content()).isEqualTo(lunch(FRIDAY, rule));
    assertThat(get(series.id())).isEqualTo(series);
    assertThat(localStarts(list(FROM, TO))).containsExactly(starts.split(","));
  }

  @Test
  void an_occurrence_is_an_event_of_its_own() {
    CalendarEvent series = create(weekly());
    CalendarEvent second = list(FROM, TO).get(1);
    assertThat(second.id()).isEqualTo(series.id() + "~20261204T120000Z");
    assertThat(second.facts().series()).isEqualTo(series.id());
    assertThat(second.seriesId()).isEqualTo(series.id());
    assertThat(second.content().recurrence()).isEqualTo(Recurrence.NONE);
    assertThat(second.text()).isEqualTo(series.text());
    assertThat(listed(get(second.id()))).isEqualTo(second);
    assertThat(failure(calendars().get(calendar(), series.id() + "~20261205T120000Z")))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void editing_one_leaves_the_others_alone() {
    CalendarEvent series = create(weekly());
    String second = series.id() + "~20261204T120000Z";
    EffectId id = newEffect();
    var edited =
        (Effect.Changed) done(calendars().change(calendar(), id, second, later(90), Notify.NOBODY));
    assertThat(edited.before().time().localStart().toLocalDateTime()).isEqualTo(FRIDAY.plusDays(7));
    assertThat(get(second)).isEqualTo(edited.event());
    assertThat(localStarts(list(FROM, TO)))
        .containsExactly("2026-11-27T13:00", "2026-12-04T14:30", "2026-12-11T13:00");
    assertThat(get(series.id()).content()).isEqualTo(series.content());
    assertThat(done(calendars().change(calendar(), id, second, later(90), Notify.NOBODY)))
        .isEqualTo(edited);
    change(second, titled("Brunch"));
    assertThat(list(FROM, TO))
        .extracting(event -> event.text().title())
        .containsExactly("Déjeuner", "Brunch", "Déjeuner");
  }

  @Test
  void deleting_one_leaves_the_others_alone() {
    CalendarEvent series = create(weekly());
    String second = series.id() + "~20261204T120000Z";
    assertThat(delete(second).event().id()).isEqualTo(second);
    assertThat(localStarts(list(FROM, TO))).containsExactly("2026-11-27T13:00", "2026-12-11T13:00");
    assertThat(failure(calendars().get(calendar(), second)))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(
            failure(
                calendars().delete(calendar(), newEffect(), second, Condition.NONE, Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void editing_all_leaves_exceptions_what_they_are() {
    CalendarEvent series = create(weekly());
    change(series.id() + "~20261204T120000Z", titled("Brunch"));
    delete(series.id() + "~20261211T120000Z");
    change(series.id(), located("Au port"));
    assertThat(list(FROM, TO))
        .extracting(event -> event.text().title())
        .containsExactly("Déjeuner", "Brunch");
    assertThat(list(FROM, TO)).extracting(event -> event.text().location()).contains("Au port");
  }

  @Test
  void moving_all_keeps_wall_time_and_takes_exceptions_along() {
    CalendarEvent series =
        create(lunch(LocalDateTime.of(2026, 10, 16, 13, 0), "RRULE:FREQ=WEEKLY;COUNT=4"));
    change(series.id() + "~20261023T110000Z", titled("Brunch"));
    delete(series.id() + "~20261106T120000Z");
    change(series.id(), later(30));
    List<CalendarEvent> events = list(FROM, TO);
    assertThat(localStarts(events))
        .containsExactly("2026-10-16T13:30", "2026-10-23T13:30", "2026-10-30T13:30");
    assertThat(events)
        .extracting(event -> event.text().title())
        .containsExactly("Déjeuner", "Brunch", "Déjeuner");
  }

  @Test
  void an_hour_that_the_clocks_skip_moves_that_day_only() {
    create(lunch(LocalDateTime.of(2027, 3, 27, 2, 30), "RRULE:FREQ=DAILY;COUNT=3"));
    assertThat(localStarts(list(FROM, TO)))
        .containsExactly("2027-03-27T02:30", "2027-03-28T03:30", "2027-03-29T02:30");
  }

  @Test
  void an_hour_that_comes_twice_happens_once() {
    create(lunch(LocalDateTime.of(2026, 10, 24, 2, 30), "RRULE:FREQ=DAILY;COUNT=3"));
    assertThat(localStarts(list(FROM, TO)))
        .containsExactly("2026-10-24T02:30", "2026-10-25T02:30", "2026-10-26T02:30");
  }

  @Test
  void whole_days_recur_as_days() {
    LocalDate saturday = LocalDate.of(2026, 10, 24);
    CalendarEvent series =
        create(
            weekly()
                .at(EventTime.days(saturday, saturday.plusDays(2), PARIS))
                .recurring(new Recurrence(List.of("RRULE:FREQ=WEEKLY;COUNT=3"))));
    delete(series.id() + "~20261031");
    List<CalendarEvent> events = list(FROM, TO);
    assertThat(localStarts(events)).containsExactly("2026-10-24T00:00", "2026-11-07T00:00");
    assertThat(events).allMatch(event -> event.time().allDay());
    assertThat(events.getFirst().time().endDay()).isEqualTo(saturday.plusDays(2));
  }

  @Test
  void deleting_the_series_deletes_all() {
    CalendarEvent series = create(weekly());
    change(series.id() + "~20261204T120000Z", later(90));
    delete(series.id());
    assertThat(list(FROM, TO)).isEmpty();
    assertThat(failure(calendars().get(calendar(), series.id() + "~20261204T120000Z")))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void an_event_becomes_a_series_and_one_event_again() {
    CalendarEvent event = create(lunch(FRIDAY));
    change(event.id(), current -> new Outcome.Done<>(weekly()));
    assertThat(list(FROM, TO)).hasSize(3);
    change(event.id(), current -> new Outcome.Done<>(current.content().recurring(Recurrence.NONE)));
    assertThat(localStarts(list(FROM, TO))).containsExactly("2026-11-27T13:00");
  }

  private static EventContent weekly() {
    return lunch(FRIDAY, "RRULE:FREQ=WEEKLY;COUNT=3");
  }
}
