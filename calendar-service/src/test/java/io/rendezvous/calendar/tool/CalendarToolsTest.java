package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.embedded.TestCalendar;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.Slot;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.tool.ToolCall;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarToolsTest {
  private static final CalendarTools TOOLS =
      TestTools.of("calendar-tools-", TestCalendar.open("calendar-tools-"));
  private static final Preferences ENGLISH =
      Preferences.of(Locale.ENGLISH, ZoneId.of("Europe/Paris"));

  private final UserId user = TestCalls.newUser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        // The clocks skip 02:00 to 03:00: a time in between moves forward by that hour.
        "'start': '2027-03-28T02:30' | Sunday 28 March 2027, 03:30–04:30 (Europe/Paris)",
        "'start': '2027-03-28T01:30', 'end': '2027-03-28T02:30'"
            + " | Sunday 28 March 2027, 01:30–03:30 (Europe/Paris)",
        "'start': '2027-03-28T01:30' | Sunday 28 March 2027, 01:30–03:30 (Europe/Paris)",
        // They show 02:00 to 03:00 twice: the earlier is meant, and lasts into the later.
        "'start': '2026-10-25T02:30' | Sunday 25 October 2026, 02:30+02:00–02:30+01:00 (Europe/Paris)",
        "'start': '2026-10-25T02:15', 'end': '2026-10-25T02:45'"
            + " | Sunday 25 October 2026, 02:15+02:00–02:45+02:00 (Europe/Paris)",
        "'start': '2026-11-27T13:00', 'timeZone': 'America/New_York'"
            + " | Friday 27 November 2026, 13:00–14:00 (America/New_York)",
        "'start': '2026-11-27T23:30' | Friday 27 November 2026, 23:30 – Saturday 28 November 2026,"
            + " 00:30 (Europe/Paris)",
      })
  void creates_at_the_local_time_meant(String times, String when) {
    var created = (CalendarResult.Created) done("create_event", "{'title': 'Call', " + times + "}");
    assertThat(created.event().when()).isEqualTo(when);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "create_event | {'title': ' ', 'start': '2026-11-27T13:00'} | title is blank",
        "create_event | {'title': 'a', 'start': '2026-11-27T13:00', 'end': '2026-11-27T13:00'}"
            + " | end is not after start",
        "create_event | {'title': 'a', 'start': '2027-03-28T02:30', 'end': '2027-03-28T03:00'}"
            + " | clocks are put forward",
        "create_event | {'title': 'a', 'start': '2026-11-27T13:00', 'end': '2026-12-29T13:00'}"
            + " | lasts at most",
        "create_event | {'title': 'a', 'start': '2026-11-27T13:00', 'timeZone': 'Paris'}"
            + " | timeZone is not known",
        "create_event | {'title': 'a', 'start': '2026-11-27T13:00', 'attendees': [{'email': 'Bob'}]}"
            + " | not an address",
        "list_events | {'from': '2026-11-27T00:00', 'to': '2026-11-27T00:00'} | to is not after",
        "list_events | {'from': '2026-11-27T00:00', 'to': '2027-11-28T00:01'} | more than 366 days",
        "list_events | {'from': '2026-11-27T00:00'} | to",
        "find_free_time | {'from': '2026-11-27T00:00', 'to': '2027-01-28T00:01'} | more than 62 days",
        "find_free_time | {'from': '2026-11-27T00:00', 'to': '2026-11-28T00:00', 'minutes': 3}"
            + " | minutes",
        "move_event | {'start': '2026-11-27T00:00'} | eventId",
      })
  void refuses_what_cannot_be_meant_and_says_why(String tool, String arguments, String told) {
    var failure = (CalendarFailure.Invalid) failure(tool, arguments);
    assertThat(failure.reason()).contains(told);
    assertThat(Failures.told(failure).detail()).contains(told).contains("call again");
  }

  @Test
  void creates_beside_other_events_and_tells_of_them() {
    EventView first = create("First", "2026-11-27T13:00");
    create("Before", "2026-11-27T12:00");
    var created =
        (CalendarResult.Created)
            done("create_event", "{'title': 'Second', 'start': '2026-11-27T13:30'}");
    assertThat(created.conflicts()).containsExactly(first);
    assertThat(list("").events()).hasSize(3);
  }

  @Test
  void tells_the_same_of_a_creation_that_comes_again() {
    CallId call = TestCalls.newCall(user);
    String arguments = "{'title': 'Once', 'start': '2026-11-27T13:00'}";
    ToolAnswer first = answer(run(call, "create_event", arguments));
    assertThat(answer(run(call, "create_event", arguments))).isEqualTo(first);
    assertThat(first.receipt()).extracting(Receipt::kind).isEqualTo(Receipt.Kind.CREATED);
  }

  @Test
  void moves_an_event_and_keeps_its_length_and_zone() {
    var created =
        (CalendarResult.Created)
            done(
                "create_event",
                "{'title': 'a', 'start': '2026-11-27T13:00', 'end': '2026-11-27T13:20',"
                    + " 'timeZone': 'America/New_York'}");
    var moved =
        (CalendarResult.Moved)
            done(
                "move_event",
                "{'eventId': '" + created.event().id() + "', 'start': '2026-11-30T09:00'}");
    assertThat(moved.before()).isEqualTo(created.event());
    assertThat(moved.event().when())
        .isEqualTo("Monday 30 November 2026, 09:00–09:20 (America/New_York)");
    assertThat(moved.conflicts()).isEmpty();
  }

  @Test
  void deletes_an_event_and_tells_which() {
    EventView event = create("Gone", "2026-11-27T13:00");
    assertThat(done("delete_event", "{'eventId': '" + event.id() + "'}"))
        .isEqualTo(new CalendarResult.Deleted(event));
    CalendarFailure again = failure("delete_event", "{'eventId': '" + event.id() + "'}");
    assertThat(Failures.told(again).detail()).contains("list_events");
  }

  @Test
  void lists_up_to_the_limit_and_says_that_there_are_more() {
    for (int hour = 10; hour < 14; hour++) {
      create("Event " + hour, "2026-11-27T" + hour + ":00");
    }
    CalendarResult.Events events = list("");
    assertThat(events.events())
        .extracting(EventView::title)
        .containsExactly("Event 10", "Event 11", "Event 12");
    assertThat(events.more()).isTrue();
    assertThat(list(", 'query': 'event 13'").more()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"dejeuner, 1", "ÉQUIPE déj, 1", "canal, 1", "ana@, 1", "réunion, 0", "' ', 1"})
  void finds_words_whatever_their_case_and_accents(String query, int found) {
    done(
        "create_event",
        "{'title': 'Déjeuner d’équipe', 'start': '2026-11-27T13:00', 'location': 'Canal',"
            + " 'attendees': [{'email': 'ana@example.com'}]}");
    assertThat(list(", 'query': '" + query + "'").events()).hasSize(found);
  }

  @Test
  void finds_free_time_from_now_on_in_working_hours() {
    create("Busy", "2026-11-20T15:00");
    var free =
        (CalendarResult.FreeTimes)
            done("find_free_time", "{'from': '2026-11-20T00:00', 'to': '2026-11-23T11:00'}");
    assertThat(free.slots())
        .extracting(Slot::when)
        .containsExactly(
            "Friday 20 November 2026, 16:00–17:00 (Europe/Paris)",
            "Friday 20 November 2026, 17:00–18:00 (Europe/Paris)",
            "Monday 23 November 2026, 09:00–10:00 (Europe/Paris)",
            "Monday 23 November 2026, 10:00–11:00 (Europe/Paris)");
  }

  @Test
  void knows_no_tool_outside_the_catalogue() {
    assertThat(TOOLS.run(call(TestCalls.newCall(user), "drop_calendar"), "{}")).isEmpty();
  }

  private EventView create(String title, String start) {
    return ((CalendarResult.Created)
            done("create_event", "{'title': '" + title + "', 'start': '" + start + "'}"))
        .event();
  }

  private CalendarResult.Events list(String more) {
    return (CalendarResult.Events)
        done("list_events", "{'from': '2026-11-27T00:00', 'to': '2026-11-28T00:00'" + more + "}");
  }

  private CalendarResult done(String tool, String arguments) {
    return answer(run(TestCalls.newCall(user), tool, arguments)).result();
  }

  private CalendarFailure failure(String tool, String arguments) {
    return ((ToolOutcome.Refused) run(TestCalls.newCall(user), tool, arguments)).failure();
  }

  private static ToolAnswer answer(ToolOutcome outcome) {
    return ((ToolOutcome.Answered) outcome).answer();
  }

  private ToolOutcome run(CallId call, String tool, String arguments) {
    return TOOLS.run(call(call, tool), arguments.replace('\'', '"')).orElseThrow();
  }

  /** At 14:05 in Paris; the arguments are given beside it, opened. */
  private ToolCall call(CallId call, String tool) {
    return new ToolCall(
        user,
        call,
        new AskId(Ids.derive(call.value())),
        tool,
        new Personal("", 0, ""),
        ENGLISH,
        Instant.parse("2026-11-20T13:05:00Z"));
  }
}
