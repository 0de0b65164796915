package io.rendezvous.calendar.router;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.account.Provider;
import io.rendezvous.calendar.router.BusyTimes.OfCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreeBusyTest extends RouterFixture {
  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
  private static final Period AFTERNOON = period(0, 360);

  private final FreeBusy freeBusy = new FreeBusy(calendars, together, LIMITS);

  @BeforeEach
  void calendars() {
    embedded.calendars = (user, _) -> new Outcome.Done<>(List.of(info(own, true)));
  }

  @Test
  void merges_what_overlaps_or_touches_and_cuts_at_the_period() {
    embedded.pages =
        List.of(
            new EventPage(List.of(event(-60, 30), event(30, 60), event(50, 70)), "1"),
            new EventPage(List.of(event(120, 130), event(125, 126), event(340, 999)), null));
    assertThat(done(freeBusy.of(ana, List.of(), AFTERNOON, Optional.empty())).calendars())
        .containsExactly(
            new OfCalendar(own, List.of(period(0, 70), period(120, 130), period(340, 360))));
  }

  @Test
  void an_event_that_is_free_declined_or_a_moment_takes_no_time() {
    CalendarEvent event = event(0, 60);
    EventContent content = event.content();
    var free = new EventContent(content.text(), content.time(), Recurrence.NONE, List.of(), true);
    embedded.pages =
        List.of(
            new EventPage(
                List.of(
                    new CalendarEvent("free", own, free, "e", EventFacts.OWN),
                    new CalendarEvent(
                        "no", own, content, "e", new EventFacts(true, true, null, null, null)),
                    event(90, 90)),
                null));
    assertThat(done(freeBusy.of(ana, List.of(), AFTERNOON, Optional.empty())).calendars())
        .containsExactly(new OfCalendar(own, List.of()));
  }

  @Test
  void a_calendar_that_cannot_be_read_is_neither_free_nor_busy() {
    google.calendars = RouterFixture::two;
    embedded.pages = List.of(new EventPage(List.of(), null));
    List<OfCalendar> busy =
        done(freeBusy.of(ana, List.of(), AFTERNOON, Optional.empty())).calendars();
    assertThat(busy)
        .containsExactly(
            new OfCalendar(own, List.of()),
            new OfCalendar(CalendarId.of(ana, atGoogle.id(), "main"), null),
            new OfCalendar(CalendarId.of(ana, atGoogle.id(), "work"), null));
  }

  @Test
  void a_calendar_of_more_events_than_are_looked_at_is_not_said_to_be_free() {
    var full = Collections.nCopies(LIMITS.maxBusyEvents(), event(0, 10));
    embedded.pages = List.of(new EventPage(full, "1"), new EventPage(full, null));
    assertThat(done(freeBusy.of(ana, List.of(), AFTERNOON, Optional.empty())).calendars())
        .containsExactly(new OfCalendar(own, null));
  }

  @Test
  void a_calendar_that_others_share_says_nothing_of_ones_own_time() {
    embedded.pages = List.of(new EventPage(List.of(), null));
    var holidays = CalendarId.of(ana, atGoogle.id(), "holidays");
    google.calendars =
        (_, _) ->
            new Outcome.Done<>(
                List.of(new CalendarInfo(holidays, "t", null, AccessRole.READER, false)));
    assertThat(done(freeBusy.of(ana, List.of(), AFTERNOON, Optional.empty())).calendars())
        .containsExactly(new OfCalendar(own, List.of()));
  }

  @Test
  void a_calendar_that_has_gone_meanwhile_hides_no_other() {
    embedded.pages = List.of(new EventPage(List.of(), null));
    var gone = CalendarId.of(ana, connect(TestCalls.newUser(), Provider.GOOGLE).id(), "gone");
    google.calendars = (_, _) -> new Outcome.Done<>(List.of(info(gone, true)));
    assertThat(done(freeBusy.of(ana, List.of(), AFTERNOON, Optional.empty())).calendars())
        .containsExactly(new OfCalendar(own, List.of()), new OfCalendar(gone, null));
  }

  @Test
  void a_calendar_that_is_not_there_is_told_where_it_is_named() {
    var removed = at(atGoogle);
    accounts.remove(ana, atGoogle.id());
    assertThat(failure(freeBusy.of(ana, List.of(), AFTERNOON, Optional.of(removed))))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void people_are_asked_for_where_they_are_known() {
    embedded.pages = List.of(new EventPage(List.of(), null));
    google.calendars = RouterFixture::two;
    List<String> bob = List.of("bob@example.com");
    assertThat(done(freeBusy.of(ana, bob, AFTERNOON, Optional.empty())).people())
        .containsExactly(new Availability("bob@example.com", null));
    assertThat(google.asked).doesNotContain("availability");
    google.capabilities = new Capabilities(true, true, true);
    done(freeBusy.of(ana, bob, AFTERNOON, Optional.empty()));
    assertThat(google.asked).contains("availability");
    assertThat(embedded.asked).doesNotContain("availability");
  }

  @Test
  void people_are_asked_for_at_the_provider_of_the_calendar_named() {
    google.capabilities = new Capabilities(true, true, true);
    google.pages = List.of(new EventPage(List.of(), null));
    BusyTimes times =
        done(freeBusy.of(ana, List.of("bob@example.com"), AFTERNOON, Optional.of(at(atGoogle))));
    assertThat(times.people()).containsExactly(new Availability("bob@example.com", null));
    assertThat(times.calendars()).containsExactly(new OfCalendar(at(atGoogle), List.of()));
    assertThat(google.asked).contains("availability");
    assertThat(embedded.asked).isEmpty();
  }

  @Test
  void too_many_people_and_too_long_a_period_are_refused() {
    var many = Collections.nCopies(LIMITS.maxPeople() + 1, "bob@example.com");
    assertThat(failure(freeBusy.of(ana, many, AFTERNOON, Optional.empty())))
        .isInstanceOf(CalendarFailure.Invalid.class);
    var long63Days = new Period(NOON, NOON.plus(Duration.ofDays(63)));
    assertThat(failure(freeBusy.of(ana, List.of(), long63Days, Optional.empty())))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(embedded.asked).isEmpty();
  }

  private static Period period(int fromMinute, int toMinute) {
    return new Period(NOON.plusSeconds(fromMinute * 60L), NOON.plusSeconds(toMinute * 60L));
  }

  private CalendarEvent event(int fromMinute, int toMinute) {
    var time =
        new EventTime(
            NOON.plusSeconds(fromMinute * 60L),
            NOON.plusSeconds(toMinute * 60L),
            ZoneId.of("Europe/Paris"));
    var content = new EventContent(new EventText("title", null, null, List.of()), time);
    return new CalendarEvent("id" + fromMinute, own, content, "etag", EventFacts.OWN);
  }
}
