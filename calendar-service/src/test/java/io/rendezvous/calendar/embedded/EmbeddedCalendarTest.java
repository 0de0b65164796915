package io.rendezvous.calendar.embedded;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarContract;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Period;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddedCalendarTest extends CalendarContract {
  private static final Calendar CALENDAR = TestCalendar.open("embedded-calendar-");

  @Override
  protected Calendar calendars() {
    return CALENDAR;
  }

  @Test
  void refuses_an_event_longer_than_the_longest() {
    EventTime tooLong =
        new EventTime(ONE_PM, ONE_PM.plus(Duration.ofDays(31)).plusSeconds(1), PARIS);
    assertThat(
            failure(CALENDAR.create(calendar(), newEffect(), lunch().at(tooLong), Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void refuses_an_event_larger_than_the_largest() {
    EventText text = new EventText("x".repeat(70_000), null, null, List.of());
    assertThat(failure(CALENDAR.create(calendar(), newEffect(), lunch().with(text), Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void the_largest_event_finds_place_in_the_journal_twice() {
    for (String words : List.of("\n".repeat(30_000), "\"".repeat(60_000), "é".repeat(30_000))) {
      CalendarEvent event = create(lunch().with(new EventText("Lunch", words, null, List.of())));
      assertThat(change(event.id(), later(10)).event().text().description()).isEqualTo(words);
    }
  }

  @Test
  void an_event_that_could_not_be_undone_is_not_changed() {
    byte[] noise = new byte[45_000];
    new Random(1).nextBytes(noise);
    String words = Base64.getEncoder().encodeToString(noise);
    CalendarEvent event = create(lunch().with(new EventText("Lunch", words, null, List.of())));
    assertThat(
            failure(CALENDAR.change(calendar(), newEffect(), event.id(), later(10), Notify.NOBODY)))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(get(event.id())).isEqualTo(event);
  }

  @Test
  void knows_the_times_of_nobody_else() {
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(1));
    assertThat(done(CALENDAR.availability(calendar(), List.of("bob@example.com"), period)))
        .containsExactly(new Availability("bob@example.com", null));
  }
}
