package io.rendezvous.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.gateway.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sentences mean as events; in Paris it is Friday, 20 November 2026, 11:20. */
class TextReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:20:00Z");

  private static SaidEvent read(String text, Locale language, Instant now) {
    return new TextReader(InstantSource.fixed(now), new TextSettings(1_000, 2))
        .read(text, language, Preferences.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Déjeuner demain à 12h30              | Déjeuner         | 2026-11-21T12:30 | 2026-11-21T13:30
          Réunion de 14h à 16h vendredi        | Réunion          | 2026-11-27T14:00 | 2026-11-27T16:00
          Réunion projet à 15h                 | Réunion projet   | 2026-11-20T15:00 | 2026-11-20T16:00
          Appeler Paul à 9h                    | Appeler Paul     | 2026-11-20T09:00 | 2026-11-20T10:00
          Point budget lundi                   | Point budget     | 2026-11-23T09:00 | 2026-11-23T10:00
          Point budget                         | Point budget     | 2026-11-21T09:00 | 2026-11-21T10:00
          Point budget aujourd'hui             | Point budget     | 2026-11-20T12:00 | 2026-11-20T13:00
          Astreinte demain de 23h à 1h         | Astreinte        | 2026-11-21T23:00 | 2026-11-22T01:00
          Atelier lundi à 10h pendant 3 heures | Atelier          | 2026-11-23T10:00 | 2026-11-23T13:00
          Sport demain soir                    | Sport            | 2026-11-21T18:00 | 2026-11-21T19:00
          Vacances du 24 au 26 décembre        | Vacances         | 2026-12-24T00:00 | 2026-12-27T00:00
          Rapport avant vendredi               | Rapport          | 2026-11-21T09:00 | 2026-11-21T10:00
          Revue la semaine prochaine           | Revue            | 2026-11-23T09:00 | 2026-11-23T10:00
          Appel après 17h                      | Appel            | 2026-11-20T17:00 | 2026-11-20T18:00
          Salon de lundi à mardi 15h           | Salon            | 2026-11-23T00:00 | 2026-11-25T00:00
          demain à 10h                         | demain à 10h     | 2026-11-21T10:00 | 2026-11-21T11:00
          """)
  void reads_french(String text, String title, LocalDateTime start, LocalDateTime end) {
    assertReads(read(text, Locale.FRENCH, NOW), title, start, end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lunch with Bob tomorrow at 12:30    | Lunch with Bob | 2026-11-21T12:30 | 2026-11-21T13:30
          Review on Monday from 2 to 3pm      | Review         | 2026-11-23T14:00 | 2026-11-23T15:00
          Tomorrow at 9am: team breakfast     | team breakfast | 2026-11-21T09:00 | 2026-11-21T10:00
          """)
  void reads_english(String text, String title, LocalDateTime start, LocalDateTime end) {
    assertReads(read(text, Locale.ENGLISH, NOW), title, start, end);
  }

  private static void assertReads(
      SaidEvent event, String title, LocalDateTime start, LocalDateTime end) {
    assertThat(event.title()).isEqualTo(title);
    assertThat(event.time().start()).isEqualTo(start);
    assertThat(event.time().end()).isEqualTo(end);
    boolean days =
        start.toLocalTime().toSecondOfDay() == 0 && end.toLocalTime().toSecondOfDay() == 0;
    assertThat(event.time().allDay()).isEqualTo(days);
  }

  @Test
  void begins_today_where_the_working_day_has_not_begun() {
    var early = read("Point budget", Locale.FRENCH, Instant.parse("2026-11-20T07:00:00Z"));
    assertThat(early.time().start()).isEqualTo(LocalDateTime.parse("2026-11-20T09:00"));
  }

  @Test
  void repeats_what_is_said_to_repeat() {
    var series = read("Chorale tous les mardis à 19h", Locale.FRENCH, NOW);
    assertThat(series.title()).isEqualTo("Chorale");
    assertThat(series.time().start()).isEqualTo(LocalDateTime.parse("2026-11-24T19:00"));
    assertThat(series.recurrence()).containsExactly("RRULE:FREQ=WEEKLY;BYDAY=TU");
  }

  @Test
  void invites_whose_address_is_there() {
    var event =
        read("Revue avec Ana@Example.com et bob@example.com lundi à 10h", Locale.FRENCH, NOW);
    assertThat(event.title()).isEqualTo("Revue");
    assertThat(event.attendees())
        .containsExactly(
            new Attendee("ana@example.com", null), new Attendee("bob@example.com", null));
    assertThatThrownBy(() -> read("a@b.fr c@d.fr e@f.fr", Locale.FRENCH, NOW))
        .isInstanceOf(Problem.class);
  }

  @Test
  void gives_whole_days_to_the_tool_with_the_last_one() {
    var arguments = read("Vacances du 24 au 26 décembre", Locale.FRENCH, NOW).arguments();
    assertThat(arguments.start()).hasToString("2026-12-24");
    assertThat(arguments.end()).hasToString("2026-12-26");
  }

  @Test
  void names_no_day_that_there_is_not() {
    assertThatThrownBy(() -> read("Déjeuner le 31 février", Locale.FRENCH, NOW))
        .isInstanceOf(Problem.class);
  }
}
