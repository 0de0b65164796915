package io.rendezvous.calendar.caldav;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarInfo;
import io.rendezvous.calendar.CalendarInfo.AccessRole;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.caldav.ScriptedServer.Answer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How calendars are found, with what servers say of them. */
class CollectionsTest {
  private static final Answer PRINCIPAL =
      told("/", "<current-user-principal><href>/p/</href></current-user-principal>");
  private static final Answer HOME =
      told("/p/", "<c:calendar-home-set><href>/home/</href></c:calendar-home-set>");
  private static final Answer NOTHING = new Answer(404, "");

  @Test
  void looks_where_the_account_points_and_then_where_servers_say_it() throws Exception {
    try (var server =
        new ScriptedServer(
            NOTHING, new Answer(301, "", "Location", "/dav/"), PRINCIPAL, HOME, several())) {
      assertThat(done(all(server))).isEmpty();
      assertThat(server.asked)
          .containsExactly(
              "PROPFIND /",
              "PROPFIND /.well-known/caldav",
              "PROPFIND /dav/",
              "PROPFIND /p/",
              "PROPFIND /home/");
    }
  }

  @Test
  void lists_what_holds_events_with_what_may_be_done_there() throws Exception {
    String type = "<resourcetype><collection/><c:calendar/></resourcetype>";
    try (var server =
        new ScriptedServer(
            PRINCIPAL,
            HOME,
            several(
                resource("/home/", "<resourcetype><collection/></resourcetype>"),
                resource(
                    "/home/own/",
                    type
                        + "<displayname>Own</displayname>"
                        + privileges("all")
                        + "<c:calendar-timezone>BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n"
                        + "TZID:Romance Standard Time\nEND:VTIMEZONE\nEND:VCALENDAR\n"
                        + "</c:calendar-timezone>"),
                resource("/home/shared/", type + privileges("read", "write-content")),
                resource("/home/read/", type + privileges("read")),
                resource("/home/busy/", type + privileges("read-free-busy")),
                resource("/home/silent/", type),
                resource(
                    "/home/tasks/",
                    type
                        + "<c:supported-calendar-component-set><c:comp name=\"VTODO\"/>"
                        + "</c:supported-calendar-component-set>"),
                resource("http://elsewhere.example.com/home/", type),
                resource("https://127.0.0.1/home/", type),
                resource(" : ", type)))) {
      List<CalendarInfo> infos = done(all(server));
      assertThat(infos)
          .extracting(CalendarInfo::role)
          .containsExactly(
              AccessRole.OWNER,
              AccessRole.WRITER,
              AccessRole.READER,
              AccessRole.FREE_BUSY,
              AccessRole.WRITER);
      CalendarInfo own = infos.getFirst();
      assertThat(own.title()).isEqualTo("Own");
      assertThat(own.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
      assertThat(own.primary()).isTrue();
      assertThat(own.id().remote()).contains("/home/own/");
      assertThat(infos.getLast().primary()).isFalse();
      assertThat(infos.getLast().zone()).isNull();
    }
  }

  @Test
  void a_refused_password_ends_the_search() throws Exception {
    try (var server = new ScriptedServer(new Answer(401, ""))) {
      assertThat(failure(all(server))).isEqualTo(new CalendarFailure.Unauthorized());
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void what_is_no_calendar_server_has_no_calendars() throws Exception {
    var page = new Answer(200, "<html></html>");
    try (var server = new ScriptedServer(page, page, page)) {
      assertThat(failure(all(server))).isInstanceOf(CalendarFailure.Invalid.class);
    }
  }

  private static Outcome<List<CalendarInfo>> all(ScriptedServer server) {
    var collections =
        new Collections(
            (_, _) -> new Outcome.Done<>(server.account()),
            new DavClient(DavFixture.SETTINGS),
            DavFixture.SETTINGS,
            InstantSource.system());
    return collections.all(TestCalls.newUser(), new AccountId("caldav0000000001"));
  }

  private static Answer told(String href, String properties) {
    return several(resource(href, properties));
  }

  private static Answer several(String... resources) {
    return new Answer(
        207,
        "<multistatus xmlns=\"DAV:\" xmlns:c=\"urn:ietf:params:xml:ns:caldav\">"
            + String.join("", resources)
            + "</multistatus>");
  }

  private static String resource(String href, String properties) {
    return "<response><href>"
        + href
        + "</href><propstat><prop>"
        + properties
        + "</prop><status>HTTP/1.1 200 OK</status></propstat></response>";
  }

  private static String privileges(String... names) {
    var set = new StringBuilder("<current-user-privilege-set>");
    for (String name : names) {
      set.append("<privilege><").append(name).append("/></privilege>");
    }
    return set.append("</current-user-privilege-set>").toString();
  }
}
