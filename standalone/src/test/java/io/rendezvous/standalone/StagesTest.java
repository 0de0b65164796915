package io.rendezvous.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StagesTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Stages stages = new Stages((part, _) -> seen.add(part + " told"));

  @Test
  void stop_in_the_reverse_order_of_their_start() throws Exception {
    stages.start(part("broker"));
    stages.start(part("service"));
    stages.close();
    assertThat(seen)
        .containsExactly(
            "broker starts",
            "broker told",
            "service starts",
            "service told",
            "service stops",
            "broker stops");
  }

  @Test
  void close_what_runs_where_a_part_fails() throws Exception {
    stages.start(part("broker"));
    var failing =
        new Part<AutoCloseable>(
            "service",
            () -> {
              throw new IOException("no room");
            });
    assertThatThrownBy(() -> stages.start(part("other"), failing))
        .isInstanceOf(RunFailure.class)
        .hasMessage("The service could not start: no room");
    stages.close();
    assertThat(seen).contains("other stops", "broker stops").doesNotContain("service told");
  }

  @Test
  void close_the_others_where_one_does_not_stop() throws Exception {
    stages.start(part("broker"));
    stages.start(
        new Part<>(
            "service",
            () ->
                () -> {
                  throw new IOException("stuck");
                }));
    stages.close();
    assertThat(seen).endsWith("broker stops");
  }

  private Part<AutoCloseable> part(String name) {
    return new Part<>(
        name,
        () -> {
          seen.add(name + " starts");
          return () -> seen.add(name + " stops");
        });
  }
}
