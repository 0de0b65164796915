package io.rendezvous.common.work;

import io.rendezvous.common.metric.ConsumerLag;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of one consumer, from subscription to the last commit; for one thread. */
final class Session implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final Duration MAX_TICK = Duration.ofMillis(50);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final WorkSettings settings;
  private final Deliveries deliveries;
  private final Stop stop;
  private final Progress progress;
  private final Rebalances rebalances;
  private final Duration tick;
  private long committedNanos = System.nanoTime();

  Session(
      Consumer<String, byte[]> consumer, WorkSettings settings, Deliveries deliveries, Stop stop) {
    this.consumer = consumer;
    this.settings = settings;
    this.deliveries = deliveries;
    this.stop = stop;
    this.progress = new Progress(consumer, deliveries, stop);
    this.rebalances = new Rebalances(consumer, progress);
    this.tick =
        settings.commitInterval().compareTo(MAX_TICK) < 0 ? settings.commitInterval() : MAX_TICK;
  }

  boolean hasJoined() {
    return rebalances.hasJoined();
  }

  /** From any thread. */
  long lag() {
    return ConsumerLag.of(consumer.metrics());
  }

  /** Returns once a stop is asked and what was under way is done or out of time. */
  void run(String topic) {
    consumer.subscribe(Set.of(topic), rebalances);
    while (!stop.isAsked()) {
      turn();
    }
    if (!stop.isAbrupt()) {
      drain();
    }
  }

  private void drain() {
    deliveries.stop();
    long end = System.nanoTime() + settings.drainTimeout().toNanos();
    while (deliveries.running() > 0 && System.nanoTime() < end) {
      turn();
    }
    progress.commitNow(progress.assigned());
  }

  private void turn() {
    regulate();
    for (var record : consumer.poll(tick)) {
      // Begun even when nothing is started any more: what is not begun counts as passed.
      if (progress.begin(record)) {
        deliveries.take(record);
      }
    }
    progress.absorbFinished();
    if (System.nanoTime() - committedNanos >= settings.commitInterval().toNanos()) {
      progress.commitLater();
      committedNanos = System.nanoTime();
    }
  }

  private void regulate() {
    Set<TopicPartition> all = consumer.assignment();
    Set<TopicPartition> paused =
        stop.isAsked() || deliveries.isFull() ? all : progress.tooFarAhead(maxOpenOffsets());
    var open = new HashSet<>(all);
    open.removeAll(paused);
    consumer.pause(paused);
    consumer.resume(open);
  }

  private int maxOpenOffsets() {
    return Math.min(settings.maxOpenOffsets(), FinishedBitmap.MAX_BITS);
  }

  @Override
  public void close() {
    try {
      consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    } catch (KafkaException e) {
      log.warn("The consumer did not close well: {}", Causes.of(e));
    }
    progress.leave(progress.assigned());
  }
}
