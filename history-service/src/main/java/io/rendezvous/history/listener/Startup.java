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
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Sees to topics and tables, then lets the listener start; while broker or tables are away it goes
 * on trying, and the service is live but not ready.
 */
final class Startup implements SmartLifecycle, HealthIndicator {
  private final Preparation preparation;
  private final KafkaListenerEndpointRegistry listeners;
  private volatile boolean running;

  Startup(
      Map<String, Object> admin, HistoryTables tables, KafkaListenerEndpointRegistry listeners) {
    this.listeners = listeners;
    this.preparation =
        new Preparation(
            "topics and tables",
            List.of(
                TopicAdmin.step(admin, List.of(Topics.HISTORY, Topics.HISTORY.deadLetters())),
                tables::createAndVerify),
            () -> listener().start());
  }

  private MessageListenerContainer listener() {
    return requireNonNull(listeners.getListenerContainer(HistoryListener.ID));
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
    boolean reads = running && preparation.isDone() && listener().isInExpectedState();
    return (reads ? Health.up() : Health.outOfService()).build();
  }
}
