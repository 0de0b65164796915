package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import io.rendezvous.common.calendar.LocalWhen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private final Arguments arguments = new Arguments();

  @Test
  void reads_all_that_an_event_may_have() {
    var read =
        TestCalls.done(
            arguments.read(
                "create_event",
                """
                {"title": "Déjeuner", "start": "2026-11-27T13:00", "end": "2026-11-27T14:00:00",
                 "timeZone": "Europe/Paris", "location": "Ici", "description": "Ana vient",
                 "attendees": [{"email": "ana@example.com"}, {"name": "Bob"}]}
                """,
                CreateEvent.class));
    assertThat(read.start()).isEqualTo(LocalWhen.parse("2026-11-27T13:00"));
    assertThat(read.end()).isEqualTo(LocalWhen.parse("2026-11-27T14:00"));
    assertThat(read.attendees())
        .containsExactly(new Attendee("ana@example.com", null), new Attendee(null, "Bob"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "§§ | not a JSON object",
        "no json | not JSON",
        "{\"title\": \"a\" | not JSON",
        "[] | not a JSON object",
        "null | not a JSON object",
        "{\"start\": \"2026-11-27T13:00\"} | title",
        "{\"title\": \"\", \"start\": \"2026-11-27T13:00\"} | title",
        "{\"title\": 7, \"start\": \"2026-11-27T13:00\"} | title",
        "{\"title\": \"a\", \"start\": 1800} | start",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13:00\", \"guests\": []} | guests",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13:00\", \"userId\": \"u-bob\"} | userId",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13:00\", \"attendees\": [{}]} | attendees",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13\"} | start is not a local date-time",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13:00Z\"} | start is not a local date-time",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13:00+01:00\"} | start is not a local",
        "{\"title\": \"a\", \"start\": \"2026-02-30T13:00\"} | start is not a local date-time",
        "{\"title\": \"a\", \"start\": \"2026-11-27T24:30\"} | start is not a local date-time",
        "{\"title\": \"a\", \"start\": \"2026-11-27T13:00\", \"end\": \"demain\"} | end is not",
      })
  void says_what_is_wrong(String json, String told) {
    var failure = TestCalls.failure(arguments.read("create_event", json, CreateEvent.class));
    assertThat(((CalendarFailure.Invalid) failure).reason()).contains(told);
  }
}
