package io.rendezvous.calendar.embedded;

import static io.rendezvous.calendar.TestCalls.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.testsupport.TestDynamoDb;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that were written before they held objects. */
class EarlierItemsTest {
  private static final String PREFIX = "earlier-items-";
  private static final Calendar CALENDAR = TestCalendar.open(PREFIX);
  private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

  private final CalendarId calendar = CalendarId.personal(TestCalls.newUser());

  @Test
  void are_read_listed_and_changed_like_others() {
    putEarlier();
    var expected =
        new EventContent(
            new EventText("Lunch", null, "Port", List.of(new Attendee("bob@example.com", "Bob"))),
            new EventTime(START, START.plusSeconds(3600), ZoneId.of("Europe/Paris")));
    CalendarEvent event = done(CALENDAR.get(calendar, "e1"));
    assertThat(event.content()).isEqualTo(expected);
    assertThat(event.etag()).isEqualTo("v1");
    assertThat(list()).extracting(CalendarEvent::content).containsExactly(expected);
    assertThat(event.facts()).isEqualTo(done(CALENDAR.get(calendar, "e1")).facts());
    var moved =
        expected.at(
            new EventTime(
                START.plusSeconds(60), START.plusSeconds(120), ZoneId.of("Europe/Paris")));
    done(
        CALENDAR.change(
            calendar,
            TestCalls.newEffect(calendar.owner()),
            "e1",
            _ -> new Outcome.Done<>(moved),
            Notify.NOBODY));
    assertThat(list()).extracting(CalendarEvent::content).containsExactly(moved);
  }

  private List<CalendarEvent> list() {
    var period = new Period(START, START.plusSeconds(3600));
    return done(CALENDAR.list(calendar, period, 10, null)).events();
  }

  private void putEarlier() {
    Personal text =
        TestDynamoDb.vault(PREFIX)
            .seal(
                calendar.owner(),
                """
                {"title":"Lunch","location":"Port",
                 "attendees":[{"email":"bob@example.com","name":"Bob"}]}
                """);
    TestDynamoDb.client()
        .putItem(
            put ->
                put.tableName(PREFIX + "calendar-events")
                    .item(
                        Map.of(
                            "owner", AttributeValue.fromS(calendar.owner() + "/personal"),
                            "event", AttributeValue.fromS("e1"),
                            "start", AttributeValue.fromN("" + START.getEpochSecond()),
                            "end",
                                AttributeValue.fromN("" + START.plusSeconds(3600).getEpochSecond()),
                            "zone", AttributeValue.fromS("Europe/Paris"),
                            "etag", AttributeValue.fromS("v1"),
                            "text",
                                AttributeValue.fromM(
                                    Map.of(
                                        "sealed", AttributeValue.fromS(text.sealed()),
                                        "characters", AttributeValue.fromN("" + text.characters()),
                                        "digest", AttributeValue.fromS(text.digest()))))));
  }
}
