package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.calendar.CalendarResult.DateView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.dates.DateReader;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ResolveDateTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void says_weekday_time_and_zone() {
    assertThat(said("le 3 janvier à dix heures et demie", Locale.FRENCH).when())
        .isEqualTo("dimanche 3 janvier 2027, 10:30 (Europe/Paris)");
  }

  @Test
  void gives_both_times_where_the_clocks_show_one_twice() {
    DateView view = said("le 31 octobre 2027 à 2h30 du matin", Locale.FRENCH);
    assertThat(view.when()).contains("deux fois");
    assertThat(view.candidates())
        .extracting(Slot::when)
        .containsSequence(
            "dimanche 31 octobre 2027, 02:30+02:00 (Europe/Paris)",
            "dimanche 31 octobre 2027, 02:30+01:00 (Europe/Paris)");
  }

  @Test
  void gives_a_rule_for_what_repeats() {
    DateView view = said("every Tuesday at 10", Locale.ENGLISH);
    assertThat(view.kind()).isEqualTo("series");
    assertThat(view.recurrence()).containsExactly("RRULE:FREQ=WEEKLY;BYDAY=TU");
    assertThat(view.candidates()).hasSize(3);
  }

  @Test
  void does_not_pick_where_weekday_and_date_disagree() {
    assertThat(said("vendredi 26 novembre 2026", Locale.FRENCH).kind()).isEqualTo("problem");
  }

  private static DateView said(String phrase, Locale language) {
    var meaning =
        DateReader.of(language)
            .find(phrase, LocalDateTime.of(2026, 11, 20, 14, 5))
            .getFirst()
            .meaning();
    return new DateViews(PARIS, language).of(phrase, meaning);
  }
}
