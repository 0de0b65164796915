package io.rendezvous.common.work;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that wait or are worked on; outlives assignments and consumers, so that a record read
 * again while it is being worked on is not started twice.
 */
final class Deliveries {
  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final Handler handler;
  private final Slots slots;
  private final KeyOrder order;
  private final boolean keyOrdered;
  private final Map<Place, Delivery> underWay = new ConcurrentHashMap<>();
  private final Queue<Place> finished = new ConcurrentLinkedQueue<>();

  /** Whether nothing is left to do for a record. */
  interface Handler {
    boolean handle(ConsumerRecord<String, byte[]> record) throws InterruptedException;
  }

  /** Claimed once: by the thread that works on it, or by who withdraws it before. */
  private record Delivery(AtomicBoolean claimed, long sinceNanos) {
    boolean claim() {
      return claimed.compareAndSet(false, true);
    }
  }

  Deliveries(Handler handler, Slots slots, boolean keyOrdered) {
    this.handler = handler;
    this.slots = slots;
    this.order = new KeyOrder(slots);
    this.keyOrdered = keyOrdered;
  }

  void take(ConsumerRecord<String, byte[]> record) {
    Place place = Place.of(record);
    var delivery = new Delivery(new AtomicBoolean(), System.nanoTime());
    if (underWay.putIfAbsent(place, delivery) == null) {
      order.submit(keyOrdered ? record.key() : null, () -> work(record, place, delivery));
    }
  }

  private void work(ConsumerRecord<String, byte[]> record, Place place, Delivery delivery) {
    if (!delivery.claim()) {
      return;
    }
    try {
      if (handler.handle(record)) {
        finished.add(place);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable bug) {
      log.error("{} stays unfinished: {}", place, Causes.of(bug));
    } finally {
      underWay.remove(place, delivery);
    }
  }

  /** Leaves to others what has not begun; what has is not cancelled. */
  void withdraw(Collection<TopicPartition> partitions) {
    underWay
        .entrySet()
        .removeIf(
            entry -> partitions.contains(entry.getKey().partition()) && entry.getValue().claim());
  }

  /** Tells each place that was finished since the last call. */
  void drainFinished(Consumer<Place> to) {
    for (Place place = finished.poll(); place != null; place = finished.poll()) {
      to.accept(place);
    }
  }

  boolean isFull() {
    return slots.isFull();
  }

  int running() {
    return slots.running();
  }

  void stop() {
    slots.stop();
  }

  Duration oldestAge() {
    long now = System.nanoTime();
    return Duration.ofNanos(
        underWay.values().stream().mapToLong(d -> now - d.sinceNanos()).max().orElse(0));
  }
}
