package io.rendezvous.systemtest.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryJudgeTest {
  private static final Instant HEALED = Booking.START;

  @Test
  void accepts_what_is_ready_in_time() {
    assertThat(judge(HEALED, Optional.of(HEALED.plusSeconds(29)))).isEmpty();
  }

  @Test
  void finds_a_service_that_was_ready_too_late() {
    assertThat(judge(HEALED, Optional.of(HEALED.plusSeconds(31))))
        .singleElement()
        .satisfies(found -> assertThat(found.found()).isEqualTo("it ready after 31.0 s"));
  }

  @Test
  void finds_a_service_that_was_never_ready() {
    assertThat(judge(HEALED, Optional.empty())).hasSize(1);
  }

  @Test
  void finds_a_turn_that_ended_too_late() {
    Instant longAgo = HEALED.minusSeconds(58);
    assertThat(judge(longAgo, Optional.of(longAgo))).isEmpty();
    // From its acceptance on, a turn has as long.
    var late = new Recovery(HEALED, Map.of(), Recovery.READY_LIMIT, Duration.ofSeconds(2));
    assertThat(new RecoveryJudge().judge(HealthyRun.evidence().with(late)))
        .singleElement()
        .satisfies(found -> assertThat(found.found()).isEqualTo("its end after 3.0 s"));
  }

  private static List<Violation> judge(Instant healed, Optional<Instant> ready) {
    var recovery = Recovery.of(healed, Map.of("gateway-0", ready));
    return new RecoveryJudge().judge(HealthyRun.evidence().with(recovery));
  }
}
