package io.rendezvous.orchestrator;

import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for the broker and sees that the topics are as declared, before anything is read from them.
 */
class TopicsFirst implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TopicsFirst.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * After the web server, so that the process is seen to live; before the bindings of Spring Cloud
   * Stream.
   */
  private static final int PHASE = Integer.MAX_VALUE - 1_500;

  private final String bootstrapServers;
  private volatile boolean running;

  TopicsFirst(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  @Override
  public void start() {
    running = true;
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      while (running) {
        try {
          new TopicAdmin(admin).createAndVerify(Topics.ALL);
          return;
        } catch (ExecutionException e) {
          LOG.warn("Waiting for Kafka at {}: {}", bootstrapServers, String.valueOf(e.getCause()));
          Thread.sleep(PAUSE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    running = false;
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
