package io.rendezvous.history.listener;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts what cannot be read where operators find it, with the reason. */
final class BadRecords {
  private static final Duration WRITE_LIMIT = Duration.ofSeconds(60);

  private final Publisher publisher;
  private final ListenerMetrics metrics;

  BadRecords(Publisher publisher, ListenerMetrics metrics) {
    this.publisher = publisher;
    this.metrics = metrics;
  }

  /** Returns once the broker has them all. */
  void setAside(List<ReadRecord> batch)
      throws InterruptedException, ExecutionException, TimeoutException {
    var letters = new ArrayList<CompletableFuture<Void>>();
    for (ReadRecord read : batch) {
      if (read.failure() != null) {
        letters.add(publisher.send(letter(read.record(), read.failure())));
        metrics.setAside(read.failure());
      }
    }
    CompletableFuture.allOf(letters.toArray(CompletableFuture[]::new))
        .get(WRITE_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static ProducerRecord<String, byte[]> letter(
      ConsumerRecord<String, byte[]> record, UnreadableRecord failure) {
    return DeadLetters.letter(
        Topics.HISTORY,
        HistoryListener.ID,
        new DeadLetters.Origin(record.partition(), record.offset()),
        record.key(),
        record.value(),
        record.headers(),
        failure.reason() + ": " + failure.getMessage());
  }
}
