package io.rendezvous.history.listener;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.topic.TopicAdmin;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.history.projection.HistoryTables;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/**
 * Sees to topics and tables, then lets the listener start; while broker or tables are away it goes
 * on trying, and the service is live but not ready.
 */
final class Startup implements SmartLifecycle, HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(Startup.class);

  private final Map<String, Object> admin;
  private final HistoryTables tables;
  private final KafkaListenerEndpointRegistry listeners;
  private final RetrySettings retry;
  private @Nullable Thread starting;
  private volatile boolean ready;

  Startup(
      Map<String, Object> admin,
      HistoryTables tables,
      KafkaListenerEndpointRegistry listeners,
      RetrySettings retry) {
    this.admin = Map.copyOf(admin);
    this.tables = tables;
    this.listeners = listeners;
    this.retry = retry;
  }

  @Override
  public synchronized void start() {
    starting = Thread.ofVirtual().name("history-start").start(this::startListening);
  }

  private void startListening() {
    try {
      while (!prepared()) {
        Thread.sleep(retry.first());
      }
      listen();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean prepared() throws InterruptedException {
    try (var kafka = Admin.create(admin)) {
      new TopicAdmin(kafka).createAndVerify(List.of(Topics.HISTORY, Topics.HISTORY.deadLetters()));
      tables.createAndVerify();
      return true;
    } catch (ExecutionException | RuntimeException e) {
      log.warn("Topics or tables are not as they must be yet; trying again", e);
      return false;
    }
  }

  private synchronized void listen() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped before it could start");
    }
    requireNonNull(listeners.getListenerContainer(HistoryListener.ID)).start();
    ready = true;
  }

  @Override
  public synchronized void stop() {
    ready = false;
    if (starting != null) {
      starting.interrupt();
      starting = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return starting != null;
  }

  @Override
  public Health health() {
    return ready ? Health.up().build() : Health.outOfService().build();
  }
}
