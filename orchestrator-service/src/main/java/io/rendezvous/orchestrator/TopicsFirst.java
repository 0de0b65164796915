package io.rendezvous.orchestrator;

import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import java.util.List;
import java.util.Map;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for the broker and sees that the topics are as declared, before anything is read from them.
 */
final class TopicsFirst implements SmartLifecycle {
  /**
   * After the web server, so that the process is seen to live; before the bindings of Spring Cloud
   * Stream.
   */
  private static final int PHASE = Integer.MAX_VALUE - 1_500;

  private final ApplicationContext context;
  private final Preparation topics;
  private volatile boolean running;

  TopicsFirst(ApplicationContext context, String bootstrapServers) {
    this.context = context;
    this.topics =
        new Preparation(
            "topics",
            List.of(TopicAdmin.step(Map.of("bootstrap.servers", bootstrapServers), Topics.ALL)),
            () -> {});
  }

  @Override
  public void start() {
    running = true;
    // Spring Boot says so only when all has started, and nobody may be killed for waiting.
    AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);
    topics.begin();
    try {
      // A stop interrupts a start that waits, but only one that waits without limit.
      topics.await();
    } catch (InterruptedException stopped) {
      topics.close();
      throw new IllegalStateException("Expected the topics to be there, but was stopped before");
    }
  }

  @Override
  public void stop() {
    running = false;
    topics.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
