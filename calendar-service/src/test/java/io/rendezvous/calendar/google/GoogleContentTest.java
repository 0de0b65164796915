package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.Attendee;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an event says, there and back. */
class GoogleContentTest extends GoogleFixture {
  private static final Reminder TEN_MINUTES =
      new Reminder(Reminder.Method.POPUP, Duration.ofMinutes(10));

  @Test
  void all_of_it() {
    var content =
        new EventContent(
            new EventText(
                "Déjeuner 🥗",
                "Ligne\nsuivante",
                "Chez \"Ana\"",
                List.of(ANA, new Attendee("carol@example.com", "Carol", true, null))),
            hour("2026-11-27T13:00"),
            Recurrence.NONE,
            List.of(TEN_MINUTES, new Reminder(Reminder.Method.EMAIL, Duration.ofDays(1))),
            true);
    CalendarEvent event = create(content);
    assertThat(event.content()).isEqualTo(content);
    assertThat(event.isBusy()).isFalse();
    assertThat(event.facts().link()).isNotNull();
    assertThat(event.facts().byOthers()).isFalse();
    assertThat(list()).containsExactly(listed(event));
  }

  @Test
  void days_are_those_of_the_calendar_wherever_they_were_meant() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    LocalDate day = LocalDate.parse("2026-11-27");
    CalendarEvent event =
        create(lunch("2026-11-27T13:00").at(EventTime.days(day, day.plusDays(2), tokyo)));
    assertThat(event.time()).isEqualTo(EventTime.days(day, day.plusDays(2), PARIS));
    assertThat(google.get(event.id()).path("start").path("date").asString())
        .isEqualTo("2026-11-27");
    assertThat(get(event.id())).isEqualTo(event);
    assertThat(list()).containsExactly(listed(event));
  }

  @Test
  void days_become_times_and_days_again() {
    LocalDate day = LocalDate.parse("2026-11-27");
    CalendarEvent event =
        create(lunch("2026-11-27T13:00").at(EventTime.days(day, day.plusDays(1), PARIS)));
    Effect timed = change(event.id(), at("2026-11-27T13:00"));
    assertThat(timed.event().time()).isEqualTo(hour("2026-11-27T13:00"));
    undo(timed);
    assertThat(get(event.id()).time()).isEqualTo(event.time());
  }

  @Test
  void an_offset_is_no_zone_that_google_knows() {
    EventTime paris = hour("2026-11-27T13:00");
    EventTime utc = new EventTime(paris.start(), paris.end(), ZoneOffset.UTC);
    EventTime offset = new EventTime(paris.start(), paris.end(), ZoneOffset.ofHours(2));
    assertThat(create(lunch("2026-11-27T13:00").at(utc)).time().zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(create(lunch("2026-11-27T13:00").at(offset)).time()).isEqualTo(paris);
  }

  @Test
  void a_moment_is_listed_where_a_period_begins_with_it() {
    EventTime hour = hour("2026-11-27T13:00");
    var moment = new EventTime(hour.start(), hour.start(), PARIS);
    CalendarEvent event = create(lunch("2026-11-27T13:00").at(moment));
    var period = new Period(hour.start(), hour.end());
    assertThat(done(calendars.list(calendar, period, 10, null)).events())
        .containsExactly(listed(event));
    var before = new Period(hour.start().minusSeconds(60), hour.start());
    assertThat(done(calendars.list(calendar, before, 10, null)).events()).isEmpty();
  }

  @Test
  void the_reminders_of_the_calendar_are_not_those_of_the_event() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    assertThat(google.get(event.id()).path("reminders").path("useDefault").asBoolean()).isFalse();
    google.edit(event.id(), one -> one.putObject("reminders").put("useDefault", true));
    assertThat(get(event.id()).content().reminders()).isEmpty();
    change(
        event.id(),
        current -> new Outcome.Done<>(current.content().reminding(List.of(TEN_MINUTES))));
    assertThat(get(event.id()).content().reminders()).containsExactly(TEN_MINUTES);
  }

  @ParameterizedTest
  @CsvSource({"creator", "organizer", "eventType"})
  void what_anybody_may_have_written_is_not_her_own(String part) {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    google.edit(
        event.id(),
        one -> {
          if (part.equals("eventType")) {
            one.put("eventType", "fromGmail");
          } else {
            one.putObject(part).put("email", "mallory@example.com");
          }
        });
    assertThat(get(event.id()).facts().byOthers()).isTrue();
    assertThat(list().getFirst().facts().byOthers()).isTrue();
  }

  @Test
  void what_google_cannot_hold_is_refused_before_anything_is_done() {
    EventContent fine = lunch("2026-11-27T13:00");
    refuses(lunch("2026-11-27T13:00", new Attendee(null, "Bob")));
    refuses(fine.reminding(Collections.nCopies(6, TEN_MINUTES)));
    refuses(
        fine.reminding(List.of(new Reminder(Reminder.Method.POPUP, Duration.ofMinutes(40_321)))));
    assertThat(google.writes()).isEmpty();
  }

  private void refuses(EventContent content) {
    assertThat(failure(calendars.create(calendar, newEffect(), content, Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }
}
