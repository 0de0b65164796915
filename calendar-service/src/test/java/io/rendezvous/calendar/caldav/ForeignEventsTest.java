package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Changes;
import io.rendezvous.calendar.Condition;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.DavServer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Events that other programs have put on a server, and what they change there. */
@ParameterizedClass
@EnumSource(DavServer.class)
class ForeignEventsTest {
  private static final String NAME = "Meeting%20(1).ics";

  private final UserId ana = TestCalls.newUser();
  private final DavServer server;
  private final DavFixture dav;
  private final CalendarId calendar;

  ForeignEventsTest(DavServer server) {
    this.server = server;
    this.dav = new DavFixture(server);
    this.calendar = dav.calendar(ana);
  }

  @Test
  void are_listed_changed_and_restored() {
    put("Meeting");
    CalendarEvent listed = list().getFirst();
    assertThat(listed.text().title()).isEqualTo("Meeting");
    assertThat(listed.id()).matches("-[A-Za-z0-9_-]+");
    assertThat(listed.facts().byOthers()).isTrue();
    CalendarEvent before = done(calendars().get(calendar, listed.id()));
    assertThat(before.facts().original()).contains("X-OTHER;X-PARAM=1:kept");
    Effect deleted =
        done(
            calendars()
                .delete(
                    calendar,
                    TestCalls.newEffect(ana),
                    listed.id(),
                    Condition.version(listed.etag()),
                    Notify.NOBODY));
    assertThat(list()).isEmpty();
    done(calendars().undo(TestCalls.newEffect(ana), deleted));
    assertThat(done(calendars().get(calendar, listed.id())).facts()).isEqualTo(before.facts());
    assertThat(dav.send("GET", path(), null).statusCode()).isEqualTo(200);
  }

  @Test
  void an_edit_of_another_program_is_found_out() {
    put("Meeting");
    CalendarEvent seen = list().getFirst();
    put("Moved meeting");
    assertThat(
            failure(
                calendars()
                    .delete(
                        calendar,
                        TestCalls.newEffect(ana),
                        seen.id(),
                        Condition.version(seen.etag()),
                        Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Conflict());
    assertThat(list()).extracting(event -> event.text().title()).containsExactly("Moved meeting");
  }

  @Test
  void changes_are_told_from_one_token_to_the_next() {
    Changes none = done(calendars().changes(calendar, null));
    assertThat(none.whole()).isTrue();
    assertThat(none.changed()).isEmpty();
    put("Meeting");
    for (int i = 0; i < 4; i++) {
      create();
    }
    Changes first = done(calendars().changes(calendar, none.token()));
    assertThat(first.whole()).isFalse();
    assertThat(first.changed()).hasSize(5);
    assertThat(first.changed()).extracting(event -> event.text().title()).contains("Meeting");
    assertThat(first.deleted()).isEmpty();
    dav.send("DELETE", path(), null);
    Changes second = done(calendars().changes(calendar, first.token()));
    assertThat(second.deleted()).containsExactly(list(first, "Meeting").id());
    assertThat(second.changed()).isEmpty();
    assertThat(done(calendars().changes(calendar, second.token())).changed()).isEmpty();
  }

  @Test
  void a_token_that_the_server_has_lost_gives_all_there_is() {
    create();
    Outcome<Changes> outcome = calendars().changes(calendar, "http://radicale.org/ns/sync/lost");
    if (server == DavServer.XANDIKOS) {
      // It answers 500, as to any fault of its own.
      assertThat(outcome).isEqualTo(new Outcome.Failed<>(new CalendarFailure.Unavailable()));
    } else {
      Changes all = done(outcome);
      assertThat(all.whole()).isTrue();
      assertThat(all.changed()).hasSize(1);
    }
  }

  @Test
  void nobody_leads_us_to_another_place() {
    for (String remote :
        List.of("http://127.0.0.1:1/", "//127.0.0.1:1/", "/../etc/", "x", "/a b/")) {
      CalendarId elsewhere = CalendarId.of(ana, calendar.account().orElseThrow(), remote);
      assertThat(failure(calendars().get(elsewhere, "0123456789abcdef")))
          .isEqualTo(new CalendarFailure.NotFound());
    }
  }

  private Calendar calendars() {
    return dav.calendars();
  }

  private List<CalendarEvent> list() {
    var period =
        new Period(Instant.parse("2026-11-27T00:00:00Z"), Instant.parse("2026-11-28T00:00:00Z"));
    return done(calendars().list(calendar, period, 10, null)).events();
  }

  private static CalendarEvent list(Changes changes, String title) {
    return changes.changed().stream()
        .filter(event -> event.text().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private void create() {
    Outcome<Effect> created =
        calendars().create(calendar, TestCalls.newEffect(ana), DavCrashTest.lunch(), Notify.NOBODY);
    assertThat(created).isInstanceOf(Outcome.Done.class);
  }

  private String path() {
    return calendar.remote().orElseThrow() + NAME;
  }

  private void put(String title) {
    var answer =
        dav.send(
            "PUT",
            path(),
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Other//EN
            BEGIN:VEVENT
            UID:other-1
            DTSTAMP:20261120T080000Z
            DTSTART:20261127T120000Z
            DURATION:PT1H
            SUMMARY:%s
            ORGANIZER;CN=Bob:mailto:bob@example.com
            ATTENDEE;CN=Ana;PARTSTAT=NEEDS-ACTION:mailto:ana@example.com
            X-OTHER;X-PARAM=1:kept
            END:VEVENT
            END:VCALENDAR
            """
                .formatted(title)
                .replace("\n", "\r\n"),
            "Content-Type",
            "text/calendar; charset=utf-8");
    assertThat(answer.statusCode()).isBetween(200, 204);
  }
}
