package io.rendezvous.systemtest.client;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** An event as the calendar's REST list shows it; times in Paris. */
public record CalendarEntry(
    String id, String title, ZonedDateTime start, ZonedDateTime end, Set<String> attendees) {
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  public static List<CalendarEntry> list(Client client) throws IOException, InterruptedException {
    OffsetDateTime now = OffsetDateTime.now(PARIS);
    Answer answer =
        client.get(
            "/api/v1/calendars/personal/events?limit=100&from="
                + encoded(now.minusDays(1))
                + "&to="
                + encoded(now.plusWeeks(4)));
    if (answer.status() != 200) {
      throw new AssertionError("Expected the calendar's events, but " + answer);
    }
    return answer.items().map(CalendarEntry::of).toList();
  }

  private static CalendarEntry of(JsonNode event) {
    return new CalendarEntry(
        event.path("id").asString(),
        event.path("title").asString(),
        time(event.path("start")),
        time(event.path("end")),
        StreamSupport.stream(event.path("attendees").spliterator(), false)
            .map(attendee -> attendee.path("email").asString(""))
            .collect(toSet()));
  }

  private static ZonedDateTime time(JsonNode time) {
    return OffsetDateTime.parse(time.asString()).atZoneSameInstant(PARIS);
  }

  private static String encoded(OffsetDateTime time) {
    return URLEncoder.encode(time.toString(), StandardCharsets.UTF_8);
  }
}
