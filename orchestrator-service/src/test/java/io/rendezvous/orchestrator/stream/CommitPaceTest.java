package io.rendezvous.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CommitPaceTest {
  private final CommitPace pace = new CommitPace(100, Duration.ofMillis(30));

  @Test
  void commits_each_of_few_decisions_at_once() {
    assertThat(LongStream.range(0, 200).filter(i -> pace.isDue(1_000 + i * 10)).count())
        .isEqualTo(200);
  }

  @Test
  void commits_many_decisions_together() {
    LongStream.range(0, 1_000).forEach(pace::isDue);

    assertThat(LongStream.range(1_000, 4_000).filter(pace::isDue).count()).isEqualTo(100);
  }

  @Test
  void commits_at_once_again_when_it_has_become_quiet() {
    LongStream.range(0, 1_000).forEach(pace::isDue);

    assertThat(LongStream.range(0, 10).filter(i -> pace.isDue(1_200 + i * 10)).count())
        .isEqualTo(10);
  }
}
