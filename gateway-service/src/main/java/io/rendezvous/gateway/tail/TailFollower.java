package io.rendezvous.gateway.tail;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds the tail from the broker, for as long as the gateway runs; starts anew when it is lost. */
final class TailFollower {
  private static final Logger log = LoggerFactory.getLogger(TailFollower.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Tail tail;
  private final TailSettings settings;
  private final Supplier<Admin> admins;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final RecordReader reader;
  private final DeadLetters letters;
  private final TailMetrics metrics;
  private final InstantSource clock;
  private final Retention retention;
  private volatile boolean stopped;
  private boolean live;
  private long replyBytes;

  TailFollower(
      Tail tail,
      TailSettings settings,
      Supplier<Admin> admins,
      Supplier<Consumer<String, byte[]>> consumers,
      RecordReader reader,
      DeadLetters letters,
      TailMetrics metrics,
      InstantSource clock) {
    this.tail = tail;
    this.settings = settings;
    this.admins = admins;
    this.consumers = consumers;
    this.reader = reader;
    this.letters = letters;
    this.metrics = metrics;
    this.clock = clock;
    this.retention = new Retention(settings.maxDecisions().toBytes(), tail::forget);
  }

  void run() {
    while (!stopped) {
      try {
        follow();
      } catch (InterruptException | InterruptedException e) {
        stopped = true;
      } catch (KafkaException | ExecutionException | IllegalStateException e) {
        log.warn("The log cannot be followed, trying again: {}", e.getMessage());
        pause();
      }
      live = false;
      tail.ready(false);
    }
  }

  void stop() {
    stopped = true;
  }

  private void pause() {
    try {
      Thread.sleep(settings.retryAfter());
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  private void follow() throws ExecutionException, InterruptedException {
    try (var admin = admins.get()) {
      var coverage = new Coverage(admin, settings.projectionGroup());
      Instant repliesSince = clock.instant().minus(settings.replyLookback());
      try (var consumer = new TailConsumer(consumers.get())) {
        consumer.start(coverage.read(), repliesSince);
        follow(consumer, coverage);
      }
    }
  }

  private void follow(TailConsumer consumer, Coverage coverage) {
    Instant nextSweep = clock.instant();
    while (!stopped) {
      var records = consumer.poll(POLL);
      Instant now = clock.instant();
      for (var record : records) {
        add(record, now);
      }
      if (consumer.reachedEnd()) {
        live = true;
        tail.ready(true);
      }
      metrics.lag(consumer.lag());
      if (clock.instant().isAfter(nextSweep)) {
        sweep(coverage.latest());
        metrics.projectionLag(consumer.beyond(coverage.latest()));
        coverage.refresh();
        nextSweep = clock.instant().plus(settings.sweepEvery());
      }
    }
  }

  private void add(ConsumerRecord<String, byte[]> record, Instant now) {
    if (live) {
      metrics.taken(record.topic(), record.timestamp(), now);
    }
    try {
      if (record.topic().equals(Topics.HISTORY.name())) {
        var decision = reader.decision(record);
        if (tail.add(decision)) {
          retention.add(record.partition(), Retention.Held.of(record, decision, clock.instant()));
        }
      } else if (replyBytes <= settings.maxReplies().toBytes()) {
        var delta = reader.delta(record);
        replyBytes += Attempts.bytes(delta);
        Instant accepted = tail.add(delta, now);
        if (live && accepted != null) {
          metrics.firstText(accepted, now);
        }
      }
    } catch (UnreadableRecord e) {
      metrics.unreadable();
      setAside(record, e);
    }
  }

  /**
   * Text on its way has no reader but gateways, so they set it aside, as it comes: what is read
   * again after a start has been set aside before. What the log holds, the projection sets aside.
   */
  private void setAside(ConsumerRecord<String, byte[]> record, UnreadableRecord cause) {
    if (live && record.topic().equals(Topics.REPLY_DELTAS.name())) {
      letters.post(record, cause);
      metrics.setAside(Topics.REPLY_DELTAS, cause);
    }
  }

  private void sweep(Map<Integer, Long> covered) {
    Instant now = clock.instant();
    retention.sweep(covered, now.minus(settings.keep()));
    replyBytes = tail.sweepReplies(now.minus(settings.replyLookback()));
    metrics.held(retention.bytes(), replyBytes);
  }
}
