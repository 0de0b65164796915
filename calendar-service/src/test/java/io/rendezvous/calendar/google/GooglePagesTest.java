package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Pages of ours over pages of Google's, which hold four events here. */
class GooglePagesTest extends GoogleFixture {
  private static final Instant ONE = Instant.parse("2026-11-27T12:00:00Z");
  private static final Period DAY = new Period(ONE, ONE.plus(Duration.ofDays(1)));

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5, 30})
  void many_at_one_time_are_shown_once_each(int limit) {
    for (String start : List.of("2026-11-27T14:00", "2026-11-27T13:00")) {
      insert(11, start);
    }
    List<String> shown = pages(limit).stream().map(CalendarEvent::id).toList();
    assertThat(shown).hasSize(22);
    assertThat(new HashSet<>(shown)).hasSize(22);
  }

  @RepeatedTest(10)
  void what_is_deleted_between_two_pages_hides_nothing_else() {
    insert(8, "2026-11-27T13:00");
    EventPage first = done(calendars.list(calendar, DAY, 2, null));
    google.delete(first.events().getLast().id(), null, false);
    var rest = done(calendars.list(calendar, DAY, 30, first.next()));
    assertThat(rest.events()).hasSize(6).doesNotContainAnyElementsOf(first.events());
  }

  @Test
  void reads_so_much_at_once_and_goes_on_where_it_stopped() {
    insert(85, "2026-11-27T13:00");
    EventPage first = done(calendars.list(calendar, DAY, 100, null));
    assertThat(first.events()).hasSize(80);
    EventPage second = done(calendars.list(calendar, DAY, 100, first.next()));
    assertThat(second.events()).hasSize(5).doesNotContainAnyElementsOf(first.events());
    assertThat(second.next()).isNull();
    assertThat(asked()).isEqualTo(22);
  }

  @Test
  void a_calendar_with_too_many_events_is_not_followed() {
    insert(81, "2026-11-27T13:00");
    assertThat(failure(calendars.changes(calendar, null)))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(asked()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"g:1:a:nothing", "g:99999999999999999:a:p0", "g:x:a:p0", "g:1:A:p0", "g::"})
  void a_forged_cursor_leads_nowhere(String forged) {
    insert(1, "2026-11-27T13:00");
    String cursor = Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
    assertThat(failure(calendars.list(calendar, DAY, 2, cursor)))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  private List<CalendarEvent> pages(int limit) {
    var shown = new ArrayList<CalendarEvent>();
    String cursor = null;
    do {
      EventPage page = done(calendars.list(calendar, DAY, limit, cursor));
      assertThat(page.events()).hasSizeBetween(1, limit);
      shown.addAll(page.events());
      cursor = page.next();
    } while (cursor != null);
    assertThat(shown)
        .isSortedAccordingTo((one, other) -> one.time().start().compareTo(other.time().start()));
    return shown;
  }

  /** Under ids that are not in the order in which Google tells them. */
  private void insert(int count, String localStart) {
    for (int i = 0; i < count; i++) {
      String id = RemoteIds.of(newEffect());
      String text = Models.text(EventWriter.made(id, lunch(localStart)));
      google.insert((ObjectNode) Json.MAPPER.readTree(text), false);
    }
  }
}
