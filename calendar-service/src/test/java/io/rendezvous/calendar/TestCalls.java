package io.rendezvous.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.util.UUID;

/** Users and calls that no other test has. */
public final class TestCalls {
  /** As zeros make them. */
  public static final OwnerMarks MARKS = new OwnerMarks(new byte[32]);

  private TestCalls() {}

  public static UserId newUser() {
    return new UserId("u-" + Ids.derive(UUID.randomUUID().toString()));
  }

  public static CallId newCall(UserId user) {
    String key = UUID.randomUUID().toString();
    return CallId.of(TurnId.of(MARKS.mint(user, key), key), 1, 0);
  }

  public static EffectId newEffect(UserId user) {
    return EffectId.of(newCall(user));
  }

  public static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }

  public static <T> CalendarFailure failure(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed<T>) outcome).failure();
  }
}
