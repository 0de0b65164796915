package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.caldav.ScriptedServer.Answer;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Listings of what servers should not answer, and do. */
class DavListingTest {
  private static final String FINE = object("a", "DTSTART:20261127T120000Z");
  private static final Answer REFUSED = new Answer(403, "");

  @Test
  void what_cannot_be_read_takes_no_other_event_along() throws Exception {
    EventPage page =
        done(
            list(
                all(
                    resource("/c/a.ics", FINE),
                    resource("/c/b.ics", object("b", "DTSTART:tomorrow")),
                    resource("/c/c.ics", "nothing"),
                    resource("/c/", FINE),
                    "<response><href>/c/d.ics</href></response>"),
                all()));
    assertThat(page.events()).hasSize(1);
  }

  @Test
  void what_both_questions_find_is_one_event() throws Exception {
    String resource = resource("/c/a.ics", FINE);
    assertThat(done(list(all(resource), all(resource))).events()).hasSize(1);
  }

  @Test
  void a_server_that_does_not_know_the_second_question_has_answered_the_first() throws Exception {
    var unknown = new Answer(400, "");
    assertThat(done(list(all(resource("/c/a.ics", FINE)), unknown)).events()).hasSize(1);
  }

  @Test
  void a_page_is_whole_or_none() throws Exception {
    assertThat(failure(list(all(resource("/c/a.ics", FINE)), REFUSED)))
        .isEqualTo(new CalendarFailure.Unauthorized());
    assertThat(failure(list(new Answer(200, "<html/>"))))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  private static Outcome<EventPage> list(Answer... answers) throws Exception {
    try (var server = new ScriptedServer(answers)) {
      var client = new DavClient(DavFixture.SETTINGS);
      var collection =
          new Collection(
              server.account(), server.uri("/c/"), ZoneId.of("Europe/Paris"), "ana@example.com");
      var period =
          new Period(Instant.parse("2026-11-27T00:00:00Z"), Instant.parse("2026-11-28T00:00:00Z"));
      return new DavListing(client, DavFixture.SETTINGS)
          .list(CalendarId.personal(TestCalls.newUser()), collection, period, 10, null);
    }
  }

  private static Answer all(String... responses) {
    return new Answer(
        207, "<multistatus xmlns=\"DAV:\">" + String.join("", responses) + "</multistatus>");
  }

  private static String resource(String href, String data) {
    return "<response><href>"
        + href
        + "</href><propstat><prop><getetag>\"1\"</getetag>"
        + "<c:calendar-data xmlns:c=\"urn:ietf:params:xml:ns:caldav\">"
        + data
        + "</c:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>";
  }

  private static String object(String uid, String start) {
    return """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        UID:%s
        %s
        END:VEVENT
        END:VCALENDAR
        """
        .formatted(uid, start);
  }
}
