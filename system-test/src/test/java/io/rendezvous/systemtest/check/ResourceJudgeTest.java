package io.rendezvous.systemtest.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.ProcessSample;
import io.rendezvous.systemtest.check.evidence.ResourceSample;
import io.rendezvous.systemtest.check.evidence.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceJudgeTest {
  private static final long MEGABYTE = 1 << 20;
  private static final ProcessSample BEFORE = new ProcessSample(50 * MEGABYTE, 60, 150);

  @Test
  void accepts_a_little_more() {
    assertThat(judge(new ProcessSample(70 * MEGABYTE, 70, 200), 0)).isEmpty();
  }

  @Test
  void finds_a_heap_that_grew() {
    assertThat(judge(new ProcessSample(200 * MEGABYTE, 60, 150), 0))
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("gateway-0 heap bytes"));
  }

  @Test
  void finds_threads_and_files_that_leak() {
    assertThat(judge(new ProcessSample(50 * MEGABYTE, 300, 900), 0))
        .extracting(Violation::subject)
        .containsExactly("gateway-0 threads", "gateway-0 file descriptors");
  }

  @Test
  void finds_lag_that_stays() {
    assertThat(judge(BEFORE, 7))
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo("history-projection lag"));
  }

  private static List<Violation> judge(ProcessSample after, long lag) {
    var resources =
        Resources.of(
            new ResourceSample(Map.of("gateway-0", BEFORE), Map.of("history-projection", 0L)),
            new ResourceSample(Map.of("gateway-0", after), Map.of("history-projection", lag)));
    return new ResourceJudge().judge(HealthyRun.evidence().with(resources));
  }
}
