package io.rendezvous.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.dates.TimeInZone.Note;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimeInZoneTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void moves_a_skipped_time_forward() {
    TimeInZone skipped = TimeInZone.of(LocalDateTime.parse("2027-03-28T02:30"), PARIS);
    assertThat(skipped.note()).isEqualTo(Note.SKIPPED);
    assertThat(skipped.candidates()).hasToString("[2027-03-28T03:30+02:00[Europe/Paris]]");
  }

  @Test
  void gives_both_times_that_are_shown_twice() {
    TimeInZone twice = TimeInZone.of(LocalDateTime.parse("2026-10-25T02:30"), PARIS);
    assertThat(twice.note()).isEqualTo(Note.TWICE);
    assertThat(twice.candidates())
        .hasToString(
            "[2026-10-25T02:30+02:00[Europe/Paris], 2026-10-25T02:30+01:00[Europe/Paris]]");
  }

  @Test
  void tells_weekday_local_time_zone_and_what_the_clocks_do() {
    assertThat(text("2026-11-27T13:00", Locale.FRENCH))
        .isEqualTo("vendredi 27 novembre 2026, 13:00 (Europe/Paris)");
    assertThat(text("2027-01-01T09:05", Locale.CANADA_FRENCH))
        .isEqualTo("vendredi 1er janvier 2027, 09:05 (Europe/Paris)");
    assertThat(text("2027-01-01T09:05", Locale.ENGLISH))
        .isEqualTo("Friday 1 January 2027, 09:05 (Europe/Paris)");
    assertThat(text("2027-03-28T02:30", Locale.FRENCH))
        .isEqualTo("dimanche 28 mars 2027, 03:30 (Europe/Paris) : 02:30 n'existe pas ce jour-là");
    assertThat(text("2026-10-25T02:30", Locale.ENGLISH))
        .isEqualTo(
            "Sunday 25 October 2026, 02:30 (Europe/Paris): that time is there twice, this is the"
                + " first, UTC+02:00");
  }

  @Test
  void begins_a_day_after_midnight_where_the_clocks_skip_it() {
    assertThat(start("2017-10-15", "America/Sao_Paulo"))
        .isEqualTo("2017-10-15T01:00-02:00[America/Sao_Paulo]");
    assertThat(start("2027-04-30", "Africa/Cairo"))
        .isEqualTo("2027-04-30T01:00+03:00[Africa/Cairo]");
    assertThat(start("2027-03-28", "Asia/Beirut")).isEqualTo("2027-03-28T01:00+03:00[Asia/Beirut]");
    assertThat(start("1919-03-31", "America/Toronto"))
        .isEqualTo("1919-03-31T00:30-04:00[America/Toronto]");
    assertThat(start("2011-12-30", "Pacific/Apia"))
        .isEqualTo("2011-12-31T00:00+14:00[Pacific/Apia]");
    assertThat(start("2028-02-29", "Europe/Paris"))
        .isEqualTo("2028-02-29T00:00+01:00[Europe/Paris]");
  }

  private static String text(String local, Locale language) {
    return TimeInZone.of(LocalDateTime.parse(local), PARIS).text(language);
  }

  private static String start(String date, String zone) {
    return TimeInZone.startOf(LocalDate.parse(date), ZoneId.of(zone)).toString();
  }
}
