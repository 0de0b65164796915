package io.rendezvous.calendar.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventFacts;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Recurrence;
import io.rendezvous.calendar.Reminder;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBodyTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AccountId ACCOUNT = new AccountId("0123456789abcdef");
  private static final CalendarId WORK = CalendarId.of(new UserId("u-ana"), ACCOUNT, "work");

  @Test
  void tells_a_series_of_whole_days_that_others_wrote() {
    var text =
        new EventText(
            "Foire",
            "Hall 4",
            "Lyon",
            List.of(
                new Attendee("ana@example.com", "Ana", true, Response.TENTATIVE),
                new Attendee(null, "Bob")));
    var time = EventTime.days(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-10-26"), PARIS);
    var content =
        new EventContent(
            text,
            time,
            new Recurrence(List.of("RRULE:FREQ=YEARLY")),
            List.of(new Reminder(Reminder.Method.EMAIL, Duration.ofHours(1))),
            true);
    var facts = new EventFacts(true, true, null, "https://example.com/e", "ORIGINAL");
    var event = new CalendarEvent("id", WORK, content, "v1", facts);
    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(EventBody.of(event, "google"))))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"id": "id", "calendarId": "0123456789abcdef.d29yaw", "title": "Foire",
                 "description": "Hall 4", "location": "Lyon",
                 "start": "2026-10-24", "end": "2026-10-26",
                 "timeZone": "Europe/Paris", "allDay": true,
                 "recurrence": ["RRULE:FREQ=YEARLY"],
                 "attendees": [
                   {"email": "ana@example.com", "name": "Ana", "optional": true,
                    "response": "tentative"},
                   {"name": "Bob", "optional": false, "response": "needsAction"}],
                 "reminders": [{"method": "email", "minutesBefore": 60}],
                 "free": true, "declined": true, "role": "attendee",
                 "etag": "v1", "source": "google", "link": "https://example.com/e"}
                """));
  }
}
