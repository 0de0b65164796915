package io.rendezvous.calendar.google;

import static io.rendezvous.calendar.TestCalls.done;
import static io.rendezvous.calendar.TestCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Grants;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Row 35: a token that is refused is renewed once; a grant that is gone starts no storm. */
class GoogleGrantsTest extends GoogleFixture {
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicInteger renewals = new AtomicInteger();

  @Test
  void a_token_that_has_expired_is_renewed_once() {
    CalendarEvent event = create(lunch("2026-11-27T13:00"));
    String fresh = ana.value() + "-2";
    TestGoogle.SERVER.expire(ana.value(), fresh);
    Calendar renewing = TestGoogle.open(grants(ana.value(), new Outcome.Done<>(fresh)));
    assertThat(done(renewing.get(calendar, event.id()))).isEqualTo(event);
    assertThat(renewals).hasValue(1);
    assertThat(TestGoogle.SERVER.requests(fresh)).hasSize(1);
  }

  @Test
  void a_token_that_is_refused_when_new_is_not_renewed_again() {
    TestGoogle.SERVER.expire(ana.value(), ana.value() + "-2");
    Calendar refused = TestGoogle.open(grants(ana.value(), new Outcome.Done<>(ana.value())));
    assertThat(failure(refused.get(calendar, "abcde")))
        .isEqualTo(new CalendarFailure.Unauthorized());
    assertThat(renewals).hasValue(1);
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void a_grant_that_is_gone_is_told_without_asking_google_and_may_come_back() {
    Calendar revoked = TestGoogle.open(grants(null, unauthorized()));
    var effect = newEffect();
    assertThat(failure(revoked.create(calendar, effect, lunch("2026-11-27T13:00"), Notify.NOBODY)))
        .isEqualTo(new CalendarFailure.Unauthorized());
    assertThat(given).hasValue(1);
    assertThat(renewals).hasValue(0);
    assertThat(asked()).isZero();
    done(calendars.create(calendar, effect, lunch("2026-11-27T13:00"), Notify.NOBODY));
    assertThat(google.writes()).hasSize(1);
  }

  private static Outcome<String> unauthorized() {
    return new Outcome.Failed<>(new CalendarFailure.Unauthorized());
  }

  private Grants grants(String token, Outcome<String> renewed) {
    return new Grants() {
      @Override
      public Outcome<String> accessToken(UserId user, AccountId account) {
        given.incrementAndGet();
        return token == null ? unauthorized() : new Outcome.Done<>(token);
      }

      @Override
      public Outcome<String> renewed(UserId user, AccountId account, String refused) {
        renewals.incrementAndGet();
        return renewed;
      }
    };
  }
}
