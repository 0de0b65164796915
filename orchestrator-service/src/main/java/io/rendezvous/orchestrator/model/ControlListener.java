package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops calls that nobody waits for any more. Every worker reads every stop, from its own start on:
 * one that is missed costs a model call, and nothing else.
 */
final class ControlListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ControlListener.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Map<String, Object> settings;
  private final RunningCalls running;
  private final OwnerMarks marks;
  private final DeadLetters letters;
  private final ModelMetrics metrics;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("control").unstarted(this::run);
  private volatile boolean listening;

  /**
   * @param consumer settings for the Kafka consumer: at least {@code bootstrap.servers}
   */
  ControlListener(
      Map<String, Object> consumer,
      RunningCalls running,
      OwnerMarks marks,
      DeadLetters letters,
      ModelMetrics metrics) {
    var own = new HashMap<>(consumer);
    own.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    own.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    this.settings = Map.copyOf(own);
    this.running = running;
    this.marks = marks;
    this.letters = letters;
    this.metrics = metrics;
  }

  /** Returns at once; goes on trying where the broker cannot be reached yet. */
  void start() {
    thread.start();
  }

  /** Whether a stop that is written from now on is seen. */
  boolean isListening() {
    return listening;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void run() {
    while (!isClosing()) {
      try (var consumer = new KafkaConsumer<String, byte[]>(settings)) {
        listen(consumer);
      } catch (KafkaException failure) {
        log.warn("Listening to stops begins anew after {}", failure.getClass().getSimpleName());
        pause();
      } finally {
        listening = false;
      }
    }
  }

  private void listen(KafkaConsumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.CONTROL.partitions())
            .mapToObj(partition -> new TopicPartition(Topics.CONTROL.name(), partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // Asking for the positions is what makes the search for the end happen.
    partitions.forEach(consumer::position);
    listening = true;
    while (!isClosing()) {
      consumer.poll(POLL).forEach(this::take);
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      StopCall stop = Codec.decode(record.headers(), record.value(), StopCall.class);
      if (!marks.owns(stop.user(), stop.turn().conversation())) {
        throw new UnreadableRecord(
            UnreadableRecord.Reason.WRONG_OWNER, "the conversation is not that user's", null);
      }
      running.stop(stop.ask());
    } catch (UnreadableRecord unreadable) {
      metrics.unreadableStop(unreadable);
      letters.post(record, unreadable);
    }
  }

  private void pause() {
    try {
      closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
