package io.rendezvous.common.work;

import io.rendezvous.common.start.Backoff;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.Publisher;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the records of a topic, thousands at once, in whatever order they finish, and loses
 * none.
 *
 * <p>The lowest unfinished offset is committed, with a bitmap of those beyond it that are finished.
 * A record may be worked on twice after a crash, or when its partition moves while it is under way.
 */
public final class WorkWindow<T> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkWindow.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Topic topic;
  private final Map<String, Object> consumer;
  private final WorkSettings settings;
  private final WorkMetrics metrics;
  private final Stop stop = new Stop();
  private final Deliveries deliveries;
  private final Thread poller;
  private volatile @Nullable Session session;

  /**
   * Makes a window that is not started.
   *
   * @param consumer settings for the Kafka consumer: at least {@code bootstrap.servers}
   * @param group the consumer group
   * @param instance stable across restarts and unique among the group's running members
   * @param publisher writes dead letters
   */
  public WorkWindow(
      Topic topic,
      Class<T> kind,
      String group,
      String instance,
      Map<String, Object> consumer,
      WorkSettings settings,
      Work<T> work,
      Publisher publisher) {
    this(topic, kind, group, instance, consumer, settings, work, publisher, WorkMetrics.NONE);
  }

  /** As the other, and tells what it does. */
  public WorkWindow(
      Topic topic,
      Class<T> kind,
      String group,
      String instance,
      Map<String, Object> consumer,
      WorkSettings settings,
      Work<T> work,
      Publisher publisher,
      WorkMetrics metrics) {
    this.topic = topic;
    this.consumer = ConsumerSettings.of(consumer, group, instance);
    this.settings = settings;
    this.metrics = metrics;
    int attempts = settings.maxAttempts();
    var backoff = new Backoff(settings.firstBackoff(), settings.maxBackoff(), new Random());
    var letters = new DeadLetters(publisher, topic, group);
    var aside = new SettingAside<>(work, letters, attempts, backoff, stop, metrics);
    var handling = new Handling<>(kind, work, aside, attempts, backoff, stop, metrics);
    this.deliveries =
        new Deliveries(
            handling::handle,
            new Slots(settings.maxInFlight(), topic.name()),
            settings.keyOrdered());
    this.poller = Thread.ofPlatform().daemon().name("work-" + topic.name()).unstarted(this::run);
  }

  /** Returns at once; goes on trying where the broker cannot be reached yet. */
  public void start() {
    metrics.observe(this::inFlight, deliveries::oldestAge, this::lag);
    poller.start();
  }

  /** Whether the group has taken this window in and polling goes on. */
  public boolean isRunning() {
    Session current = session;
    return current != null && current.hasJoined() && !stop.isAsked();
  }

  /** How many records are being worked on. */
  public int inFlight() {
    return deliveries.running();
  }

  /** How many records are before the consumer; 0 where it has none. */
  private long lag() {
    Session current = session;
    return current == null ? 0 : current.lag();
  }

  /** Takes no more, waits for work under way up to the drain time-out, commits, and closes. */
  @Override
  public void close() {
    stop.ask();
    awaitEnd();
  }

  /** Ends as a crash would: nothing is awaited and nothing committed. */
  void crash() {
    stop.askAbruptly();
    deliveries.stop();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      // A thread that was never started has ended.
      poller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stop.isAsked()) {
      try (var current = new Session(new KafkaConsumer<>(consumer), settings, deliveries, stop)) {
        session = current;
        current.run(topic.name());
      } catch (Throwable failure) {
        log.error("Work on {} begins anew after {}", topic.name(), Causes.of(failure));
        pause();
      } finally {
        session = null;
      }
    }
  }

  private void pause() {
    try {
      stop.pause(PAUSE_AFTER_FAILURE);
    } catch (InterruptedException e) {
      log.warn("Nobody interrupts work on {}, but somebody did", topic.name());
    }
  }
}
