package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Notify;
import io.rendezvous.testsupport.google.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 33: where Google asks for patience it gets it, within bounds; a refusal is not repeated. */
class GoogleRetriesTest extends GoogleFixture {
  @ParameterizedTest
  @CsvSource({
    "403, rateLimitExceeded",
    "403, userRateLimitExceeded",
    "403, quotaExceeded",
    "429, rateLimitExceeded",
    "500, backendError",
    "503, backendError",
  })
  void asks_again_after_a_pause(int status, String reason) {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    int before = asked();
    next(Fault.refuse(status, reason), Fault.refuse(status, reason));
    assertThat(get(event.id())).isEqualTo(event);
    assertThat(asked() - before).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "400, badRequest, Invalid",
    "403, forbiddenForNonOrganizer, Invalid",
    "403, requiredAccessLevel, Invalid",
    "403, forbidden, Invalid",
    "403, insufficientPermissions, Unauthorized",
    "403, accessNotConfigured, Unauthorized",
    "404, notFound, NotFound",
  })
  void asks_once_where_asking_again_helps_nobody(int status, String reason, String told) {
    next(Fault.refuse(status, reason));
    CalendarFailure failure = failure(calendars.get(calendar, "abcde"));
    assertThat(failure.getClass().getSimpleName()).isEqualTo(told);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void gives_up_after_its_tries_and_may_be_asked_again() {
    var effect = newEffect();
    Fault busy = Fault.refuse(503, "backendError");
    next(busy, busy, busy, busy);
    assertThat(
            failure(calendars.create(calendar, effect, lunch("2026-11-27T13:00"), Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(asked()).isEqualTo(4);
    done(calendars.create(calendar, effect, lunch("2026-11-27T13:00"), Notify.NOBODY));
    assertThat(google.writes()).hasSize(1);
  }

  @Test
  void waits_as_long_as_it_is_asked_to() {
    long start = System.nanoTime();
    next(new Fault.Refuse(429, "rateLimitExceeded", "1"));
    assertThat(failure(calendars.get(calendar, "abcde"))).isEqualTo(new CalendarFailure.NotFound());
    // Not how fast it is, but that it did not come too early.
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000_000L);
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void does_not_wait_longer_than_anybody_would() {
    next(new Fault.Refuse(429, "rateLimitExceeded", "3600"));
    assertThat(failure(calendars.get(calendar, "abcde")))
        .isEqualTo(new CalendarFailure.Unavailable());
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void a_hang_a_flood_and_a_cut_are_tries_like_others() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    next(new Fault.Hang(), new Fault.Flood(), new Fault.CutWhenDone());
    assertThat(get(event.id())).isEqualTo(event);
  }
}
