package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Recurrence;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series and their occurrences, whose ids differ here and there. */
class GoogleOccurrencesTest extends GoogleFixture {
  private static final String FOUR_DAYS = "RRULE:FREQ=DAILY;COUNT=4";

  @Test
  void an_occurrence_is_known_by_its_series_and_its_own_start() {
    CalendarEvent series = create(series("2026-11-27T13:00", FOUR_DAYS));
    CalendarEvent second = list().get(1);
    assertThat(second.id()).isEqualTo(series.id() + "~20261128T120000Z");
    assertThat(second.facts().series()).isEqualTo(series.id());
    assertThat(second.content().recurrence()).isEqualTo(Recurrence.NONE);
    assertThat(listed(get(second.id()))).isEqualTo(second);
    assertThat(get(series.id()).content()).isEqualTo(series("2026-11-27T13:00", FOUR_DAYS));
  }

  @Test
  void keeps_its_time_on_the_wall_when_the_clocks_change() {
    create(series("2026-10-23T02:30", "RRULE:FREQ=DAILY;COUNT=4"));
    assertThat(starts())
        .isEqualTo(
            times("2026-10-23T02:30", "2026-10-24T02:30", "2026-10-25T02:30", "2026-10-26T02:30"));
  }

  @Test
  void what_is_done_to_one_occurrence_leaves_the_others_alone() {
    CalendarEvent series = create(series("2026-11-27T13:00", FOUR_DAYS));
    Effect moved = change(series.id() + "~20261128T120000Z", at("2026-11-28T19:00"));
    assertThat(moved.event().id()).isEqualTo(series.id() + "~20261128T120000Z");
    Effect deleted = delete(series.id() + "~20261129T120000Z");
    assertThat(starts())
        .isEqualTo(times("2026-11-27T13:00", "2026-11-28T19:00", "2026-11-30T13:00"));
    assertThat(failure(calendars.get(calendar, series.id() + "~20261129T120000Z")))
        .isEqualTo(new CalendarFailure.NotFound());
    undo(deleted);
    undo(moved);
    assertThat(starts())
        .isEqualTo(
            times("2026-11-27T13:00", "2026-11-28T13:00", "2026-11-29T13:00", "2026-11-30T13:00"));
  }

  @Test
  void what_is_done_to_the_series_is_done_to_all_but_exceptions() {
    CalendarEvent series = create(series("2026-11-27T13:00", FOUR_DAYS));
    change(series.id() + "~20261128T120000Z", titled("Brunch"));
    Effect titled = change(series.id(), titled("Dîner"));
    assertThat(list())
        .extracting(event -> event.text().title())
        .containsExactly("Dîner", "Brunch", "Dîner", "Dîner");
    undo(titled);
    assertThat(list())
        .extracting(event -> event.text().title())
        .containsExactly("Déjeuner", "Brunch", "Déjeuner", "Déjeuner");
    delete(series.id());
    assertThat(list()).isEmpty();
  }

  @Test
  void what_is_left_out_stays_left_out_when_the_series_moves() {
    CalendarEvent series =
        create(
            series(
                "2026-11-27T13:00",
                "RRULE:FREQ=DAILY;UNTIL=20261201T120000Z",
                "EXDATE;TZID=Europe/Paris:20261128T130000"));
    delete(series.id() + "~20261129T120000Z");
    Effect moved = change(series.id(), at("2026-11-27T18:30"));
    assertThat(starts())
        .isEqualTo(times("2026-11-27T18:30", "2026-11-30T18:30", "2026-12-01T18:30"));
    assertThat(moved.event().content().recurrence().lines())
        .containsExactly(
            "RRULE:FREQ=DAILY;UNTIL=20261201T173000Z", "EXDATE;TZID=Europe/Paris:20261128T183000");
    undo(moved);
    assertThat(starts())
        .isEqualTo(times("2026-11-27T13:00", "2026-11-30T13:00", "2026-12-01T13:00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EXDATE:20261128T120000Z|EXDATE:20261128T173000Z",
        // On the other side of a change of clocks it is the time on the wall that moves.
        "EXDATE:20270401T110000Z|EXDATE:20270401T163000Z",
        "RDATE;TZID=America/New_York:20261128T070000|RDATE;TZID=America/New_York:20261128T123000",
        "EXDATE:20261128T120000Z,20261129T120000Z|EXDATE:20261128T173000Z,20261129T173000Z",
        "RRULE:FREQ=DAILY;COUNT=20|RRULE:FREQ=DAILY;COUNT=20",
      })
  void dates_move_with_their_series(String before, String after) {
    assertThat(
            SeriesDates.moved(
                new Recurrence(List.of(before)),
                hour("2026-11-27T13:00"),
                hour("2026-11-27T18:30")))
        .isEqualTo(new Recurrence(List.of(after)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RRULE:FREQ=WEEKLY;BYDAY=FR,SU;COUNT=4|RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4",
        "RRULE:FREQ=MONTHLY;BYDAY=FR|RRULE:FREQ=MONTHLY;BYDAY=FR",
        "EXDATE;VALUE=DATE:20261204|EXDATE;VALUE=DATE:20261207",
        "RRULE:FREQ=DAILY;UNTIL=20261204|RRULE:FREQ=DAILY;UNTIL=20261207",
      })
  void weekdays_and_days_move_with_their_series(String before, String after) {
    assertThat(
            SeriesDates.moved(
                new Recurrence(List.of(before)),
                hour("2026-11-27T13:00"),
                hour("2026-11-30T13:00")))
        .isEqualTo(new Recurrence(List.of(after)));
  }

  @Test
  void an_occurrence_does_not_recur_by_itself() {
    CalendarEvent series = create(series("2026-11-27T13:00", FOUR_DAYS));
    assertThat(
            failure(
                calendars.change(
                    calendar,
                    newEffect(),
                    series.id() + "~20261128T120000Z",
                    current ->
                        new Outcome.Done<>(
                            current.content().recurring(new Recurrence(List.of(FOUR_DAYS)))),
                    Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({"~20261128T120000Z", "abcde~soon", "abcde~20261128T120000Z", "''", "a/b", "x?y=z"})
  void what_is_no_event_is_not_found(String id) {
    assertThat(failure(calendars.get(calendar, id))).isEqualTo(new CalendarFailure.NotFound());
  }
}
