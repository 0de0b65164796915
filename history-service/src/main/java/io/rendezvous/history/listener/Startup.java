package io.rendezvous.history.listener;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.history.projection.HistoryTables;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/**
 * Sees to topics and tables, then lets the listener start; while broker or tables are away it goes
 * on trying, and the service is live but not ready.
 */
final class Startup implements SmartLifecycle, HealthIndicator {
  private final Preparation preparation;
  private volatile boolean running;

  Startup(
      Map<String, Object> admin, HistoryTables tables, KafkaListenerEndpointRegistry listeners) {
    this.preparation =
        new Preparation(
            "topics and tables",
            List.of(
                TopicAdmin.step(admin, List.of(Topics.HISTORY, Topics.HISTORY.deadLetters())),
                tables::createAndVerify),
            () -> requireNonNull(listeners.getListenerContainer(HistoryListener.ID)).start());
  }

  @Override
  public void start() {
    running = true;
    preparation.begin();
  }

  @Override
  public void stop() {
    running = false;
    preparation.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    return (running && preparation.isDone() ? Health.up() : Health.outOfService()).build();
  }
}
