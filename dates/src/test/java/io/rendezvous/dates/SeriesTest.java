package io.rendezvous.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.dates.Meaning.Series;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-20T10:00");

  @Test
  void comes_back_every_other_week_from_its_first_day_on() {
    assertThat(series("un lundi sur deux à 14h").next(3))
        .hasToString("[2026-11-23T14:00, 2026-12-07T14:00, 2026-12-21T14:00]");
  }

  @Test
  void has_each_of_its_weekdays_in_a_week() {
    assertThat(dates("tous les lundis, mercredis et vendredis", 4))
        .hasToString("[2026-11-20, 2026-11-23, 2026-11-25, 2026-11-27]");
  }

  @Test
  void counts_weeks_from_the_one_that_it_begins_in() {
    assertThat(dates("toutes les deux semaines le lundi et le vendredi", 4))
        .hasToString("[2026-11-20, 2026-11-30, 2026-12-04, 2026-12-14]");
  }

  @Test
  void leaves_out_months_without_its_day() {
    assertThat(dates("le 31 de chaque mois", 4))
        .hasToString("[2026-12-31, 2027-01-31, 2027-03-31, 2027-05-31]");
    assertThat(dates("tous les mois à partir du 31 janvier", 3))
        .hasToString("[2027-01-31, 2027-03-31, 2027-05-31]");
    assertThat(dates("tous les ans le 29 février", 2)).hasToString("[2028-02-29, 2032-02-29]");
  }

  @Test
  void finds_the_last_day_and_the_nth_weekday_of_months() {
    assertThat(dates("le dernier jour de chaque mois", 4))
        .hasToString("[2026-11-30, 2026-12-31, 2027-01-31, 2027-02-28]");
    assertThat(dates("le premier lundi de chaque mois", 3))
        .hasToString("[2026-12-07, 2027-01-04, 2027-02-01]");
    assertThat(dates("le dernier vendredi de chaque mois", 3))
        .hasToString("[2026-11-27, 2026-12-25, 2027-01-29]");
    assertThat(dates("chaque cinquième lundi du mois", 2)).hasToString("[2026-11-30, 2027-03-29]");
  }

  @Test
  void ends_on_the_day_that_bounds_it() {
    assertThat(dates("tous les mardis jusqu'au 8 décembre", 9))
        .hasToString("[2026-11-24, 2026-12-01, 2026-12-08]");
    assertThat(dates("tous les mardis jusqu'au 7 décembre", 9)).hasSize(2);
    assertThat(dates("tous les mardis pendant trois semaines", 9)).hasSize(3);
    assertThat(dates("tous les mardis, trois fois", 9)).hasSize(3);
  }

  @Test
  void has_no_occurrence_where_it_ends_before_it_begins() {
    assertThat(dates("tous les mardis jusqu'à demain", 9)).isEmpty();
  }

  @Test
  void goes_on_within_a_day() {
    assertThat(series("toutes les deux heures").next(3))
        .hasToString("[2026-11-20T12:00, 2026-11-20T14:00, 2026-11-20T16:00]");
  }

  @Test
  void begins_on_the_day_after_a_midnight() {
    assertThat(series("tous les vendredis à minuit").next(2))
        .hasToString("[2026-11-21T00:00, 2026-11-28T00:00]");
  }

  @Test
  void ends_its_rule_in_utc_where_times_repeat() {
    assertThat(rule("tous les mardis à 10h jusqu'au 15 mars", "Europe/Paris"))
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270315T225959Z");
    assertThat(rule("tous les mardis à 10h jusqu'au 15 mars", "America/New_York"))
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270316T035959Z");
  }

  @Test
  void ends_its_rule_on_a_date_where_whole_days_repeat() {
    assertThat(rule("tous les mardis jusqu'au 15 mars", "Europe/Paris"))
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270315");
    assertThat(rule("tous les mardis toute la journée jusqu'au 15 mars", "Europe/Paris"))
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270315");
  }

  private static List<LocalDate> dates(String text, int count) {
    return series(text).next(count).stream().map(LocalDateTime::toLocalDate).toList();
  }

  private static String rule(String text, String zone) {
    return series(text).rule(ZoneId.of(zone));
  }

  private static Series series(String text) {
    List<DatePhrase> found = DateReader.of(Locale.FRENCH).find(text, NOW);
    assertThat(found).as(text).hasSize(1);
    return (Series) found.getFirst().meaning();
  }
}
