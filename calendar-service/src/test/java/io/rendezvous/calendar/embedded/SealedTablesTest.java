package io.rendezvous.calendar.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedTablesTest {
  private static final String PREFIX = "sealed-tables-";
  private static final Calendar CALENDAR = TestCalendar.open(PREFIX);

  @Test
  void no_word_of_an_event_is_readable_in_the_tables() {
    UserId ana = TestCalls.newUser();
    var calendar = new CalendarId(ana, CalendarId.PERSONAL);
    var text =
        new EventText(
            "planted-title",
            "planted-description",
            "planted-location",
            List.of(new Attendee("planted-email@example.com", "planted-name")));
    Instant start = Instant.parse("2026-11-27T12:00:00Z");
    var time = new EventTime(start, start.plusSeconds(3600), ZoneId.of("Europe/Paris"));
    Effect created =
        TestCalls.done(
            CALENDAR.create(
                calendar, TestCalls.newEffect(ana), new EventContent(text, time), Notify.NOBODY));
    TestCalls.done(
        CALENDAR.change(
            calendar,
            TestCalls.newEffect(ana),
            created.event().id(),
            current -> new Outcome.Done<>(current.content()),
            Notify.NOBODY));
    for (String table : List.of("calendar-events", "calendar-effects", "user-keys")) {
      String raw =
          TestDynamoDb.client()
              .scanPaginator(scan -> scan.tableName(PREFIX + table))
              .items()
              .stream()
              .toList()
              .toString();
      assertThat(raw).contains(ana.value()).doesNotContain("planted");
    }
  }
}
