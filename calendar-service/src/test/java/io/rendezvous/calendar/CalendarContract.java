package io.rendezvous.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every calendar must do, whoever provides it; each test has users of its own. */
public abstract class CalendarContract {
  private static final Instant ONE_PM = Instant.parse("2026-11-27T12:00:00Z");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final EventText LUNCH =
      new EventText("Déjeuner", "Près du canal", "Chez Ana", List.of(attendee("ana@example.com")));

  private final UserId ana = TestCalls.newUser();
  private final CalendarId calendar = new CalendarId(ana, CalendarId.PERSONAL);

  /** The calendars under test; the same for all of a class. */
  protected abstract Calendar calendars();

  @Test
  void creates_an_event_and_reads_it_back() {
    CallId call = TestCalls.newCall(ana);
    var created = (Effect.Created) done(calendars().create(calendar, call, lunch()));
    assertThat(created.event().content()).isEqualTo(lunch());
    assertThat(done(calendars().get(calendar, created.event().id()))).isEqualTo(created.event());
    assertThat(created.receipt())
        .isEqualTo(
            new Receipt(
                Receipt.Kind.CREATED,
                calendar.name(),
                created.event().id(),
                created.event().etag(),
                null));
  }

  @Test
  void moves_an_event_and_keeps_what_was() {
    CalendarEvent before = create(lunch());
    CallId call = TestCalls.newCall(ana);
    var moved = (Effect.Changed) done(calendars().change(calendar, call, before.id(), later(60)));
    assertThat(moved.before()).isEqualTo(before);
    assertThat(moved.event().time().start()).isEqualTo(ONE_PM.plusSeconds(3600));
    assertThat(moved.event().text()).isEqualTo(before.text());
    assertThat(moved.event().etag()).isNotEqualTo(before.etag());
    assertThat(moved.receipt().preImage()).isEqualTo(call.value());
    assertThat(done(calendars().get(calendar, before.id()))).isEqualTo(moved.event());
  }

  @Test
  void deletes_an_event_and_keeps_what_was() {
    CalendarEvent event = create(lunch());
    var deleted =
        (Effect.Deleted) done(calendars().delete(calendar, TestCalls.newCall(ana), event.id()));
    assertThat(deleted.event()).isEqualTo(event);
    assertThat(deleted.receipt().etag()).isNull();
    assertThat(failure(calendars().get(calendar, event.id())))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(3600))).isEmpty();
  }

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
    assertThat(list(from, to)).isEqualTo(listed ? List.of(event) : List.of());
  }

  @Test
  void lists_the_longest_event_until_its_last_second() {
    EventTime longest = new EventTime(ONE_PM, ONE_PM.plus(Duration.ofDays(31)), PARIS);
    CalendarEvent event = create(lunch().at(longest));
    assertThat(list(longest.end().minusSeconds(1), longest.end())).containsExactly(event);
    assertThat(list(longest.end(), longest.end().plusSeconds(1))).isEmpty();
  }

  @Test
  void refuses_an_event_longer_than_the_longest() {
    EventTime tooLong =
        new EventTime(ONE_PM, ONE_PM.plus(Duration.ofDays(31)).plusSeconds(1), PARIS);
    assertThat(failure(calendars().create(calendar, TestCalls.newCall(ana), lunch().at(tooLong))))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void lists_by_start_page_by_page() {
    List<CalendarEvent> all = new ArrayList<>();
    for (int hour = 4; hour >= 0; hour--) {
      // Two at each time: a page must not end between them and lose one.
      all.addFirst(create(lunch().at(time(hour * 60L))));
      all.addFirst(create(lunch().at(time(hour * 60L))));
    }
    var period = new Period(ONE_PM, ONE_PM.plus(Duration.ofDays(1)));
    var found = new ArrayList<CalendarEvent>();
    String cursor = null;
    do {
      EventPage page = done(calendars().list(calendar, period, 3, cursor));
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
    assertThat(done(calendars().list(calendar, period, 2, null)).next()).isNull();
    assertThat(done(calendars().list(calendar, period, 1, null)).next()).isNotNull();
  }

  @Test
  void refuses_a_cursor_that_is_not_its_own() {
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(1));
    assertThat(failure(calendars().list(calendar, period, 2, "%%%")))
        .isInstanceOf(CalendarFailure.Invalid.class);
    assertThat(failure(calendars().list(calendar, period, 2, "bm90aGluZw")))
        .isInstanceOf(CalendarFailure.Invalid.class);
  }

  @Test
  void knows_no_other_calendar_and_no_other_event() {
    var unknown = new CalendarId(ana, "unknown");
    CallId call = TestCalls.newCall(ana);
    var notFound = new CalendarFailure.NotFound();
    assertThat(failure(calendars().get(unknown, "x"))).isEqualTo(notFound);
    assertThat(failure(calendars().get(calendar, "x"))).isEqualTo(notFound);
    assertThat(failure(calendars().create(unknown, call, lunch()))).isEqualTo(notFound);
    assertThat(failure(calendars().change(calendar, call, "x", later(1)))).isEqualTo(notFound);
    assertThat(failure(calendars().delete(calendar, call, "x"))).isEqualTo(notFound);
  }

  @Test
  void another_user_sees_and_touches_nothing() {
    CalendarEvent event = create(lunch());
    UserId bob = TestCalls.newUser();
    var bobs = new CalendarId(bob, CalendarId.PERSONAL);
    var notFound = new CalendarFailure.NotFound();
    assertThat(failure(calendars().get(bobs, event.id()))).isEqualTo(notFound);
    assertThat(failure(calendars().change(bobs, TestCalls.newCall(bob), event.id(), later(1))))
        .isEqualTo(notFound);
    assertThat(failure(calendars().delete(bobs, TestCalls.newCall(bob), event.id())))
        .isEqualTo(notFound);
    var period = new Period(ONE_PM, ONE_PM.plusSeconds(3600));
    assertThat(done(calendars().list(bobs, period, 10, null)).events()).isEmpty();
    assertThat(done(calendars().get(calendar, event.id()))).isEqualTo(event);
  }

  @Test
  void a_repeated_creation_is_one_event_and_the_same_result() {
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().create(calendar, call, lunch()));
    assertThat(done(calendars().create(calendar, call, lunch()))).isEqualTo(first);
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(1))).containsExactly(first.event());
  }

  @Test
  void a_creation_repeated_fifty_times_at_once_is_one_event_and_one_result() throws Exception {
    CallId call = TestCalls.newCall(ana);
    List<Outcome<Effect>> outcomes = atOnce(50, () -> calendars().create(calendar, call, lunch()));
    assertThat(outcomes.stream().distinct()).hasSize(1);
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(1)))
        .containsExactly(done(outcomes.getFirst()).event());
  }

  @Test
  void a_creation_repeated_after_the_event_was_moved_or_deleted_does_nothing() {
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().create(calendar, call, lunch()));
    String id = first.event().id();
    Effect moved = done(calendars().change(calendar, TestCalls.newCall(ana), id, later(60)));
    assertThat(done(calendars().create(calendar, call, lunch()))).isEqualTo(first);
    assertThat(done(calendars().get(calendar, id))).isEqualTo(moved.event());
    done(calendars().delete(calendar, TestCalls.newCall(ana), id));
    assertThat(done(calendars().create(calendar, call, lunch()))).isEqualTo(first);
    assertThat(failure(calendars().get(calendar, id))).isEqualTo(new CalendarFailure.NotFound());
  }

  @Test
  void a_repeated_move_moves_once() {
    CalendarEvent event = create(lunch());
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().change(calendar, call, event.id(), later(60)));
    assertThat(done(calendars().change(calendar, call, event.id(), later(60)))).isEqualTo(first);
    assertThat(done(calendars().get(calendar, event.id()))).isEqualTo(first.event());
  }

  @Test
  void a_move_repeated_after_a_later_edit_or_deletion_leaves_that_alone() {
    CalendarEvent event = create(lunch());
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().change(calendar, call, event.id(), later(60)));
    Effect edit = done(calendars().change(calendar, TestCalls.newCall(ana), event.id(), later(5)));
    assertThat(done(calendars().change(calendar, call, event.id(), later(60)))).isEqualTo(first);
    assertThat(done(calendars().get(calendar, event.id()))).isEqualTo(edit.event());
    done(calendars().delete(calendar, TestCalls.newCall(ana), event.id()));
    assertThat(done(calendars().change(calendar, call, event.id(), later(60)))).isEqualTo(first);
  }

  @Test
  void a_repeated_deletion_deletes_once_and_tells_the_same() {
    CalendarEvent event = create(lunch());
    CallId call = TestCalls.newCall(ana);
    Effect first = done(calendars().delete(calendar, call, event.id()));
    assertThat(done(calendars().delete(calendar, call, event.id()))).isEqualTo(first);
  }

  @Test
  void a_call_that_failed_once_stays_failed() {
    CallId call = TestCalls.newCall(ana);
    CallId creation = TestCalls.newCall(ana);
    assertThat(failure(calendars().delete(calendar, call, idOf(creation))))
        .isEqualTo(new CalendarFailure.NotFound());
    Effect created = done(calendars().create(calendar, creation, lunch()));
    assertThat(failure(calendars().delete(calendar, call, created.event().id())))
        .isEqualTo(new CalendarFailure.NotFound());
    assertThat(done(calendars().get(calendar, created.event().id()))).isEqualTo(created.event());
  }

  @Test
  void fifty_editors_at_once_lose_no_edit_in_silence() throws Exception {
    CalendarEvent event = create(lunch());
    List<Outcome<Effect>> outcomes =
        atOnce(
            50, () -> calendars().change(calendar, TestCalls.newCall(ana), event.id(), later(1)));
    long succeeded = outcomes.stream().filter(Outcome.Done.class::isInstance).count();
    assertThat(outcomes)
        .filteredOn(Outcome.Failed.class::isInstance)
        .allSatisfy(
            failed -> assertThat(failure(failed)).isEqualTo(new CalendarFailure.Conflict()));
    assertThat(succeeded).isPositive();
    CalendarEvent last = done(calendars().get(calendar, event.id()));
    assertThat(last.time().start()).isEqualTo(ONE_PM.plus(Duration.ofMinutes(succeeded)));
  }

  @Test
  void a_closed_call_has_no_effect_any_more() {
    CallId call = TestCalls.newCall(ana);
    assertThat(calendars().close(ana, call)).isEmpty();
    assertThat(failure(calendars().create(calendar, call, lunch())))
        .isEqualTo(new CalendarFailure.Closed());
    assertThat(list(ONE_PM, ONE_PM.plusSeconds(1))).isEmpty();
  }

  @Test
  void closing_a_call_tells_the_effect_that_it_had() {
    CallId call = TestCalls.newCall(ana);
    Effect effect = done(calendars().create(calendar, call, lunch()));
    assertThat(calendars().close(ana, call)).contains(effect);
    assertThat(done(calendars().create(calendar, call, lunch()))).isEqualTo(effect);
  }

  private String idOf(CallId creation) {
    UserId scratch = TestCalls.newUser();
    return done(calendars().create(new CalendarId(scratch, CalendarId.PERSONAL), creation, lunch()))
        .event()
        .id();
  }

  private CalendarEvent create(EventContent content) {
    return done(calendars().create(calendar, TestCalls.newCall(ana), content)).event();
  }

  private List<CalendarEvent> list(Instant from, Instant to) {
    return done(calendars().list(calendar, new Period(from, to), 100, null)).events();
  }

  private static EventContent lunch() {
    return new EventContent(LUNCH, time(0));
  }

  private static EventTime time(long minutesLater) {
    Instant start = ONE_PM.plus(Duration.ofMinutes(minutesLater));
    return new EventTime(start, start.plusSeconds(3600), PARIS);
  }

  private static Revision later(long minutes) {
    return current -> {
      EventTime time = current.time();
      var moved =
          new EventTime(
              time.start().plus(Duration.ofMinutes(minutes)),
              time.end().plus(Duration.ofMinutes(minutes)),
              time.zone());
      return new Outcome.Done<>(current.content().at(moved));
    };
  }

  private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(task));
      }
      var results = new ArrayList<T>();
      for (Future<T> future : running) {
        results.add(future.get());
      }
      return results;
    }
  }

  private static Attendee attendee(String email) {
    return new Attendee(email, null);
  }

  private static <T> T done(Outcome<T> outcome) {
    return TestCalls.done(outcome);
  }

  private static <T> CalendarFailure failure(Outcome<T> outcome) {
    return TestCalls.failure(outcome);
  }
}
