package io.rendezvous.history.listener;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Publisher;
import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.history.listener.Troubles.Trouble;
import io.rendezvous.history.log.DecisionReader;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.history.projection.Projection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Follows {@code history}. A batch counts as read once it is in the tables and its bad records are
 * in the dead-letter topic; what fails is read again, from the first record that is not done.
 */
final class HistoryListener {
  static final String ID = "history-projection";

  private static final Logger log = LoggerFactory.getLogger(HistoryListener.class);
  private static final Duration DEAD_LETTERS_LIMIT = Duration.ofSeconds(60);

  private final DecisionReader reader;
  private final Projection projection;
  private final Publisher publisher;
  private final Troubles troubles;
  private final MeterRegistry meters;

  HistoryListener(
      DecisionReader reader,
      Projection projection,
      Publisher publisher,
      Troubles troubles,
      MeterRegistry meters) {
    this.reader = reader;
    this.projection = projection;
    this.publisher = publisher;
    this.troubles = troubles;
    this.meters = meters;
  }

  /** What one record was found to be: one of the two is null. */
  private record Read(
      ConsumerRecord<String, byte[]> record,
      @Nullable LoggedDecision decision,
      @Nullable UnreadableRecord failure) {}

  @KafkaListener(id = ID, groupId = ID, topics = "history", batch = "true", autoStartup = "false")
  void onRecords(List<ConsumerRecord<String, byte[]>> records) {
    List<Read> batch = records.stream().map(this::read).toList();
    int done = projectOrFail(batch);
    batch.forEach(read -> troubles.end(read.record().partition()));
    if (done < batch.size()) {
      stopBefore(batch.get(done), done);
    }
  }

  private Read read(ConsumerRecord<String, byte[]> record) {
    try {
      return new Read(record, reader.read(record), null);
    } catch (UnreadableRecord e) {
      return new Read(record, null, e);
    }
  }

  private int projectOrFail(List<Read> batch) {
    try {
      return project(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BatchListenerFailedException("Interrupted while writing", e, 0);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      batch.forEach(read -> troubles.begin(read.record().partition(), Trouble.WRITES_FAIL));
      meters.counter("history.batches.failed").increment();
      log.warn("{} records could not be written and will be read again", batch.size(), e);
      throw new BatchListenerFailedException("The batch could not be written", e, 0);
    }
  }

  /** Returns how many records, from the first on, are done with for good. */
  private int project(List<Read> batch)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<LoggedDecision> decisions =
        batch.stream().map(Read::decision).filter(Objects::nonNull).toList();
    Set<LoggedDecision> stranded = Collections.newSetFromMap(new IdentityHashMap<>());
    stranded.addAll(projection.project(decisions));
    int done = 0;
    while (done < batch.size() && !stranded.contains(batch.get(done).decision())) {
      done++;
    }
    setAside(batch.subList(0, done));
    return done;
  }

  private void setAside(List<Read> batch)
      throws InterruptedException, ExecutionException, TimeoutException {
    var letters = new ArrayList<CompletableFuture<Void>>();
    for (Read read : batch) {
      if (read.failure() != null) {
        letters.add(publisher.send(letter(read.record(), read.failure())));
        meters
            .counter("history.records.unreadable", "reason", read.failure().reason().name())
            .increment();
      }
    }
    CompletableFuture.allOf(letters.toArray(CompletableFuture[]::new))
        .get(DEAD_LETTERS_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private static ProducerRecord<String, byte[]> letter(
      ConsumerRecord<String, byte[]> record, UnreadableRecord failure) {
    return DeadLetters.letter(
        Topics.HISTORY,
        ID,
        new DeadLetters.Origin(record.partition(), record.offset()),
        record.key(),
        record.value(),
        record.headers(),
        failure.reason() + ": " + failure.getMessage());
  }

  private void stopBefore(Read stranded, int index) {
    ConsumerRecord<String, byte[]> record = stranded.record();
    troubles.begin(record.partition(), Trouble.GAP);
    log.error(
        "Partition {} stands still at offset {}: a decision of {} is missing before it",
        record.partition(),
        record.offset(),
        record.key());
    throw new BatchListenerFailedException("A decision is missing", index);
  }
}
