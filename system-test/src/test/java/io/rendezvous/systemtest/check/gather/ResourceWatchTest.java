package io.rendezvous.systemtest.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.ProcessSample;
import io.rendezvous.systemtest.check.evidence.ResourceSample;
import io.rendezvous.systemtest.check.evidence.Resources;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceWatchTest {
  private static final ResourceSample BEFORE = holding(150);

  @Test
  void waits_for_connections_to_go() throws Exception {
    Iterator<ResourceSample> looks = List.of(holding(900), holding(160), holding(150)).iterator();
    Resources held =
        ResourceWatch.await(BEFORE, looks::next, Duration.ofSeconds(60), Duration.ZERO);
    assertThat(held.after()).isEqualTo(holding(160));
  }

  @Test
  void tells_of_what_stays() throws Exception {
    Resources held =
        ResourceWatch.await(
            BEFORE, () -> holding(900), Duration.ofMillis(20), Duration.ofMillis(1));
    assertThat(held.after()).isEqualTo(holding(900));
  }

  private static ResourceSample holding(int fileDescriptors) {
    return new ResourceSample(
        Map.of("gateway-0", new ProcessSample(50 << 20, 60, fileDescriptors)), Map.of());
  }
}
