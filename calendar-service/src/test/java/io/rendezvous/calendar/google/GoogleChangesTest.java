package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Changes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Row 34 among others: what has changed since, by tokens that grow old. */
class GoogleChangesTest extends GoogleFixture {
  @Test
  void begins_with_all_there_is() {
    List<CalendarEvent> events = someEvents();
    Changes all = done(calendars.changes(calendar, null));
    assertThat(all.whole()).isTrue();
    assertThat(all.changed()).containsExactlyInAnyOrderElementsOf(events);
    assertThat(all.deleted()).isEmpty();
  }

  @Test
  void tells_what_was_made_changed_and_deleted_since() {
    List<CalendarEvent> events = someEvents();
    String token = done(calendars.changes(calendar, null)).token();
    google.edit(events.get(0).id(), one -> one.put("summary", "Dîner"));
    google.delete(events.get(1).id(), null, false);
    CalendarEvent made = create(lunch("2026-12-24T13:00"));
    Changes since = done(calendars.changes(calendar, token));
    assertThat(since.whole()).isFalse();
    assertThat(since.changed())
        .extracting(CalendarEvent::id)
        .containsExactly(events.get(0).id(), made.id());
    assertThat(since.deleted()).containsExactly(events.get(1).id());
    Changes nothing = done(calendars.changes(calendar, since.token()));
    assertThat(nothing.changed()).isEmpty();
    assertThat(nothing.deleted()).isEmpty();
  }

  @Test
  void series_are_told_as_such_and_their_exceptions_as_occurrences() {
    CalendarEvent series = create(series("2026-11-27T13:00", "RRULE:FREQ=DAILY;COUNT=4"));
    String token = done(calendars.changes(calendar, null)).token();
    change(series.id() + "~20261128T120000Z", titled("Brunch"));
    delete(series.id() + "~20261129T120000Z");
    Changes since = done(calendars.changes(calendar, token));
    assertThat(since.changed())
        .extracting(CalendarEvent::id)
        .containsExactly(series.id() + "~20261128T120000Z");
    assertThat(since.deleted()).containsExactly(series.id() + "~20261129T120000Z");
  }

  @Test
  void an_old_token_tells_all_there_is_each_event_once() {
    List<CalendarEvent> events = someEvents();
    String token = done(calendars.changes(calendar, null)).token();
    google.delete(events.getFirst().id(), null, false);
    google.forgetTokens();
    Changes whole = done(calendars.changes(calendar, token));
    assertThat(whole.whole()).isTrue();
    assertThat(whole.changed())
        .containsExactlyInAnyOrderElementsOf(events.subList(1, events.size()));
    assertThat(done(calendars.changes(calendar, whole.token())).whole()).isFalse();
  }

  @Test
  void a_token_that_is_none_is_refused() {
    assertThat(failure(calendars.changes(calendar, "nothing")))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  /** More than one page of them. */
  private List<CalendarEvent> someEvents() {
    var events = new ArrayList<CalendarEvent>();
    for (int day = 10; day < 20; day++) {
      events.add(listed(create(lunch("2026-11-" + day + "T13:00"))));
    }
    return events;
  }
}
