package io.rendezvous.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.orchestrator.stream.FaultyParts;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state and the way out fail while decisions are written, on a real broker. */
class DeciderFailuresTest {
  private static final Personal TEXT = new Personal("sealed", 6, "digest");
  @TempDir static Path state;
  private static RunningDecider decider;

  @BeforeAll
  static void start() {
    decider =
        RunningDecider.start(
            state,
            "--spring.cloud.stream.kafka.streams.binder.configuration.processor.wrapper.class="
                + FaultyParts.class.getName(),
            "--rendezvous.decider.restart.first=1s");
  }

  @AfterAll
  static void stop() {
    decider.close();
  }

  @Test
  void a_store_that_fails_in_the_middle_of_a_decision_leaves_nothing_of_it() {
    isDecidedOnceInSpiteOf(FaultyParts.HEADS, "store");
  }

  @Test
  void a_model_call_that_cannot_be_sent_takes_its_decision_with_it() {
    isDecidedOnceInSpiteOf(FaultyParts.MODEL_CALLS, "forward");
  }

  private static void isDecidedOnceInSpiteOf(AtomicInteger faults, String name) {
    ConversationId conversation = RunningDecider.MARKS.mint(RunningDecider.ANA, name);
    double before = decider.restarts();
    faults.set(2);
    TurnId first = decider.prompt(conversation, "t1", TEXT);
    await().atMost(RunningDecider.LIMIT).until(() -> !decider.isWell());
    await().atMost(RunningDecider.LIMIT).until(() -> faults.get() == 0 && decider.isWell());
    TurnId second = decider.prompt(conversation, "t2", TEXT);

    List<NumberedEvent> events = RunningDecider.eventsUntilAccepted(Set.of(first, second));
    assertThat(events.stream().map(NumberedEvent::sequence))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events.stream().flatMap(RunningDecider::accepted)).containsExactly(first, second);
    assertThat(decider.restarts() - before).isEqualTo(2);
  }
}
