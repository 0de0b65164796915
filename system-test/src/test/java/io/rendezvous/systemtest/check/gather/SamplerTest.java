package io.rendezvous.systemtest.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplerTest {
  @Test
  void measures_a_process() throws Exception {
    var kept = new byte[32 << 20];
    var sample = Sampler.process(ProcessHandle.current().pid());
    assertThat(sample.heapBytes()).isGreaterThan(kept.length);
    assertThat(sample.threads()).isPositive();
    assertThat(sample.fileDescriptors()).isPositive();
  }

  @Test
  void notes_when_services_are_ready_and_which_never_are() throws Exception {
    Instant healed = Instant.now();
    Recovery recovery =
        RecoveryWatch.await(
            healed,
            Map.of("gateway-0", () -> true, "history-0", () -> false),
            Duration.ofMillis(200));
    assertThat(recovery.ready().get("gateway-0")).get().matches(at -> !at.isBefore(healed));
    assertThat(recovery.ready()).containsEntry("history-0", Optional.empty());
  }
}
