package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.EventTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fr | 2026-11-27T13:00+01:00 | 2026-11-27T14:00+01:00 | Europe/Paris"
            + " | vendredi 27 novembre 2026, 13:00–14:00 (Europe/Paris)",
        "en | 2026-11-27T13:00+01:00 | 2026-11-27T14:00+01:00 | Europe/Paris"
            + " | Friday 27 November 2026, 13:00–14:00 (Europe/Paris)",
        "fr-CA | 2026-12-01T09:05-05:00 | 2026-12-01T09:50-05:00 | America/Montreal"
            + " | mardi 1er décembre 2026, 09:05–09:50 (America/Montreal)",
        "en-GB | 2026-12-01T09:05Z | 2026-12-01T09:50Z | Europe/London"
            + " | Tuesday 1 December 2026, 09:05–09:50 (Europe/London)",
        "fr | 2026-11-30T22:00+01:00 | 2026-12-01T02:00+01:00 | Europe/Paris"
            + " | lundi 30 novembre 2026, 22:00 – mardi 1er décembre 2026, 02:00 (Europe/Paris)",
        "en | 2026-11-27T00:00+01:00 | 2026-11-28T00:00+01:00 | Europe/Paris"
            + " | Friday 27 November 2026, 00:00 – Saturday 28 November 2026, 00:00 (Europe/Paris)",
        "de | 2026-11-27T13:00+01:00 | 2026-11-27T14:00+01:00 | Europe/Berlin"
            + " | Friday 27 November 2026, 13:00–14:00 (Europe/Berlin)",
      })
  void says_weekday_local_time_and_zone(
      String language, ZonedDateTime start, ZonedDateTime end, String zone, String said) {
    var time = new EventTime(start.toInstant(), end.toInstant(), ZoneId.of(zone));
    assertThat(When.of(time, Locale.forLanguageTag(language))).isEqualTo(said);
  }
}
