package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Capabilities;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Period;
import io.rendezvous.testsupport.google.Busy;
import io.rendezvous.testsupport.google.GoogleAccount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which calendars there are, and when people are busy. */
class GoogleCalendarsTest extends GoogleFixture {
  private static final Instant ONE = Instant.parse("2026-11-27T12:00:00Z");

  @Test
  void lists_the_calendars_of_an_account_the_primary_one_first() {
    TestGoogle.SERVER.account(ana.value()).share("team#1@group.example.com", "writer");
    TestGoogle.SERVER.account(ana.value()).share("boss@example.com", "freeBusyReader");
    TestGoogle.SERVER.account(ana.value()).share("holidays@example.com", "reader");
    List<CalendarInfo> found = done(calendars.calendars(ana, TestGoogle.ACCOUNT));
    assertThat(found.getFirst())
        .isEqualTo(
            new CalendarInfo(
                calendar, "Calendar " + GoogleAccount.EMAIL, PARIS, AccessRole.OWNER, true));
    assertThat(found)
        .extracting(CalendarInfo::role)
        .containsExactlyInAnyOrder(
            AccessRole.OWNER, AccessRole.WRITER, AccessRole.FREE_BUSY, AccessRole.READER);
    assertThat(found).filteredOn(CalendarInfo::primary).hasSize(1);
  }

  @Test
  void has_no_calendars_of_its_own() {
    assertThat(failure(calendars.calendars(ana, null))).isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void an_event_of_another_calendar_is_on_that_one_alone() {
    String name = "team#1@group.example.com";
    TestGoogle.SERVER.account(ana.value()).share(name, "writer");
    CalendarId team = CalendarId.of(ana, TestGoogle.ACCOUNT, name);
    var made =
        done(calendars.create(team, newEffect(), lunch("2026-11-27T13:00"), Notify.NOBODY)).event();
    assertThat(done(calendars.get(team, made.id()))).isEqualTo(made);
    assertThat(failure(calendars.get(calendar, made.id())))
        .isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void tells_when_people_are_busy_and_of_whom_it_does_not_know() {
    create(lunch("2026-11-27T13:00"));
    TestGoogle.SERVER
        .account(ana.value())
        .knows("bob@example.com", List.of(busy(2, 3), busy(0, 1), busy(1, 2), busy(5, 6)));
    List<Availability> found =
        done(
            calendars.availability(
                calendar,
                List.of("bob@example.com", "eve@example.com", GoogleAccount.EMAIL),
                hours(0, 10)));
    assertThat(found)
        .containsExactly(
            new Availability("bob@example.com", List.of(hours(0, 3), hours(5, 6))),
            new Availability("eve@example.com", null),
            new Availability(GoogleAccount.EMAIL, List.of(hours(0, 1))));
  }

  @Test
  void asks_for_many_people_a_part_at_a_time() {
    var people = new ArrayList<String>();
    for (int i = 0; i < 120; i++) {
      people.add("p" + i + "@example.com");
    }
    assertThat(done(calendars.availability(calendar, people, hours(0, 1))))
        .extracting(Availability::email)
        .isEqualTo(people);
    assertThat(asked()).isEqualTo(3);
  }

  @Test
  void does_all_that_a_provider_may_do() {
    assertThat(calendars.capabilities(calendar)).isEqualTo(new Capabilities(true, true, true));
  }

  private static Busy busy(int from, int to) {
    Period hours = hours(from, to);
    return new Busy(hours.from(), hours.to());
  }

  private static Period hours(int from, int to) {
    return new Period(ONE.plusSeconds(3600L * from), ONE.plusSeconds(3600L * to));
  }
}
