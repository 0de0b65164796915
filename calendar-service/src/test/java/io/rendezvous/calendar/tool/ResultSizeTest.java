package io.rendezvous.calendar.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.wire.Json;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ResultSizeTest {
  private static final int LIMIT = 16 * 1024;
  private final ResultSize size = new ResultSize(TestTools.limits(DataSize.ofBytes(LIMIT)));

  @Test
  void leaves_a_small_result_as_it_is() {
    var result = new CalendarResult.Events(List.of(view(2)), false);
    assertThat(size.fit(result)).isEqualTo(Json.MAPPER.writeValueAsString(result));
  }

  @Test
  void leaves_out_the_last_events_and_says_so() {
    var fitted = fit(new CalendarResult.Events(Collections.nCopies(50, view(10)), false));
    assertThat(fitted).isInstanceOf(CalendarResult.Events.class);
    var events = (CalendarResult.Events) fitted;
    assertThat(events.more()).isTrue();
    assertThat(events.events()).hasSizeBetween(5, 20).containsOnly(view(10));
  }

  @Test
  void leaves_out_conflicts_before_people() {
    var created = new CalendarResult.Created(view(10), Collections.nCopies(10, view(30)));
    var fitted = (CalendarResult.Created) fit(created);
    assertThat(fitted.event()).isEqualTo(view(10));
    assertThat(fitted.conflicts()).isNotEmpty().hasSizeLessThan(10);
  }

  @Test
  void tells_of_an_event_with_more_people_than_fit() {
    for (var result :
        List.of(
            new CalendarResult.Events(List.of(view(400)), false),
            new CalendarResult.Created(view(400), List.of()),
            new CalendarResult.Moved(view(400), view(200), List.of()),
            new CalendarResult.Deleted(view(400)))) {
      assertThat(fit(result)).hasSameClassAs(result);
    }
  }

  private CalendarResult fit(CalendarResult result) {
    String json = size.fit(result);
    assertThat(json.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(LIMIT);
    return Json.MAPPER.readValue(json, CalendarResult.class);
  }

  private static EventView view(int people) {
    OffsetDateTime start = OffsetDateTime.parse("2026-11-27T13:00:00+01:00");
    return new EventView(
        "e".repeat(16),
        "Réunion",
        start,
        start.plusHours(1),
        "Europe/Paris",
        "vendredi 27 novembre 2026, 13:00–14:00 (Europe/Paris)",
        null,
        Collections.nCopies(people, new Attendee("somebody.with.a.name@example.com", "Renée")));
  }
}
