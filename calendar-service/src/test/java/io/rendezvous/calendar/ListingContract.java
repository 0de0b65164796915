package io.rendezvous.calendar;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How every calendar lists events: exactly those that overlap, by start, page by page. */
public abstract class ListingContract extends ContractFixture {
  @ParameterizedTest
  @CsvSource({
    "2026-11-27T11:00:00Z, 2026-11-27T12:00:00Z, false",
    "2026-11-27T11:00:00Z, 2026-11-27T12:00:01Z, true",
    "2026-11-27T11:00:00Z, 2026-11-27T12:00:00.5Z, true",
    "2026-11-27T12:30:00Z, 2026-11-27T12:31:00Z, true",
    "2026-11-27T12:59:59Z, 2026-11-27T14:00:00Z, true",
    "2026-11-27T12:59:59.5Z, 2026-11-27T14:00:00Z, true",
    "2026-11-27T13:00:00Z, 2026-11-27T14:00:00Z, false",
    "2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z, true",
  })
  void lists_an_event_exactly_where_it_overlaps(Instant from, Instant to, boolean listed) {
    CalendarEvent event = create(lunch());
    assertThat(list(from, to)).isEqualTo(listed ? List.of(listed(event)) : List.of());
  }

  @Test
  void lists_the_longest_event_until_its_last_second() {
    EventTime longest = new EventTime(ONE_PM, ONE_PM.plus(Duration.ofDays(31)), PARIS);
    CalendarEvent event = create(lunch().at(longest));
    assertThat(list(longest.end().minusSeconds(1), longest.end())).containsExactly(listed(event));
    assertThat(list(longest.end(), longest.end().plusSeconds(1))).isEmpty();
  }

  @Test
  void lists_by_start_page_by_page() {
    List<CalendarEvent> all = new ArrayList<>();
    for (int hour = 4; hour >= 0; hour--) {
      // Two at each time: a page must not end between them and lose one.
      all.addFirst(listed(create(lunch().at(time(hour * 60L)))));
      all.addFirst(listed(create(lunch().at(time(hour * 60L)))));
    }
    var period = new Period(ONE_PM, ONE_PM.plus(Duration.ofDays(1)));
    var found = new ArrayList<CalendarEvent>();
    String cursor = null;
    do {
      EventPage page = done(calendars().list(calendar(), period, 3, cursor));
      assertThat(page.events()).hasSizeLessThanOrEqualTo(3);
      found.addAll(page.events());
      cursor = page.next();
    } while (cursor != null);
    assertThat(found).containsExactlyInAnyOrderElementsOf(all);
    assertThat(found)
        .isSortedAccordingTo((one, other) -> one.time().start().compareTo(other.time().start()));
  }

  @Test
  void tells_the_last_page_though_it_is_full() {
    create(lunch());
    create(lunch());
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(1));
    assertThat(done(calendars().list(calendar(), period, 2, null)).next()).isNull();
    assertThat(done(calendars().list(calendar(), period, 1, null)).next()).isNotNull();
  }

  @Test
  void refuses_a_cursor_that_is_not_its_own() {
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(1));
    assertThat(failure(calendars().list(calendar(), period, 2, "%%%")))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(failure(calendars().list(calendar(), period, 2, "bm90aGluZw")))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void lists_a_series_among_single_events_page_by_page() {
    CalendarEvent series = create(lunch().recurring(new Recurrence(List.of("RRULE:FREQ=HOURLY"))));
    create(lunch().at(time(90)));
    create(lunch().at(time(120)));
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(4 * 3600));
    var found = new ArrayList<CalendarEvent>();
    String cursor = null;
    do {
      EventPage page = done(calendars().list(calendar(), period, 2, cursor));
      assertThat(page.events()).hasSizeBetween(1, 2);
      found.addAll(page.events());
      cursor = page.next();
    } while (cursor != null);
    assertThat(found).hasSize(6).doesNotHaveDuplicates();
    assertThat(found.stream().filter(event -> series.id().equals(event.facts().series())))
        .hasSize(4);
    assertThat(found)
        .isSortedAccordingTo((one, other) -> one.time().start().compareTo(other.time().start()));
  }

  @Test
  void lists_a_series_that_began_long_ago_and_never_ends() {
    create(lunch(LocalDateTime.of(2001, 1, 1, 13, 0), "RRULE:FREQ=DAILY"));
    assertThat(localStarts(list(ONE_PM, ONE_PM.plusSeconds(2 * 86_400))))
        .containsExactly("2026-11-27T13:00", "2026-11-28T13:00");
  }
}
