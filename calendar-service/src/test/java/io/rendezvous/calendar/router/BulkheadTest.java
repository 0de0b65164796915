package io.rendezvous.calendar.router;

import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Outcome;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class BulkheadTest extends RouterFixture {
  @Test
  void a_slow_account_takes_its_own_room_and_no_more() throws Exception {
    var slow = new CountDownLatch(1);
    var entered = new CountDownLatch(LIMITS.callsAtOnce());
    google.event =
        () -> {
          entered.countDown();
          try {
            slow.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Outcome.Failed<>(new CalendarFailure.NotFound());
        };
    var inside = new ArrayList<Future<Outcome<CalendarEvent>>>();
    for (int i = 0; i < LIMITS.callsAtOnce(); i++) {
      inside.add(threads.submit(() -> calendars.get(at(atGoogle), "id")));
    }
    entered.await();
    for (int i = 0; i < 5; i++) {
      assertThat(failure(calendars.get(at(atGoogle), "id")))
          .isEqualTo(new CalendarFailure.Unavailable());
    }
    assertThat(failure(calendars.get(at(atDav), "id")))
        .isEqualTo(new CalendarFailure.Invalid("caldav get"));
    assertThat(failure(calendars.get(own, "id")))
        .isEqualTo(new CalendarFailure.Invalid("embedded get"));
    slow.countDown();
    for (var call : inside) {
      assertThat(failure(call.get())).isEqualTo(new CalendarFailure.NotFound());
    }
    assertThat(failure(calendars.get(at(atGoogle), "id")))
        .isEqualTo(new CalendarFailure.NotFound());
    Awaitility.await().until(() -> bulkhead.rooms() == 0);
  }

  @Test
  void a_call_that_throws_leaves_its_room() {
    google.event =
        () -> {
          throw new IllegalStateException("bug");
        };
    for (int i = 0; i < 10; i++) {
      assertThat(catchThrowable(() -> calendars.get(at(atGoogle), "id"))).hasMessage("bug");
    }
    assertThat(bulkhead.rooms()).isZero();
  }
}
