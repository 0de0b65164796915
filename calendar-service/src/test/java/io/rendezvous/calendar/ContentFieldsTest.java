package io.rendezvous.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentFieldsTest {
  @Test
  void an_answer_is_made_once_it_is_there() {
    EventContent before = answered("Lunch", null);
    EventContent after = answered("Lunch", Response.ACCEPTED);
    assertThat(ContentFields.isMade(before, after, before)).isFalse();
    assertThat(ContentFields.isMade(before, after, answered("Brunch", Response.ACCEPTED))).isTrue();
    assertThat(ContentFields.isTouched(before, after, answered("Brunch", null))).isFalse();
  }

  private static EventContent answered(String title, @Nullable Response response) {
    Instant start = Instant.parse("2026-11-27T12:00:00Z");
    return new EventContent(
        new EventText(
            title, null, null, List.of(new Attendee("ana@example.com", null, false, response))),
        new EventTime(start, start, ZoneOffset.UTC));
  }
}
