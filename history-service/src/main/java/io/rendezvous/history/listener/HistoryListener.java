package io.rendezvous.history.listener;

import io.rendezvous.common.wire.UnreadableRecord;
import io.rendezvous.history.listener.Troubles.Trouble;
import io.rendezvous.history.log.DecisionReader;
import io.rendezvous.history.log.LoggedDecision;
import io.rendezvous.history.projection.Projection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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

  private final DecisionReader reader;
  private final Projection projection;
  private final BadRecords badRecords;
  private final Troubles troubles;
  private final ListenerMetrics metrics;

  HistoryListener(
      DecisionReader reader,
      Projection projection,
      BadRecords badRecords,
      Troubles troubles,
      ListenerMetrics metrics) {
    this.reader = reader;
    this.projection = projection;
    this.badRecords = badRecords;
    this.troubles = troubles;
    this.metrics = metrics;
  }

  @KafkaListener(id = ID, groupId = ID, topics = "history", batch = "true", autoStartup = "false")
  void onRecords(List<ConsumerRecord<String, byte[]>> records) {
    List<ReadRecord> batch = records.stream().map(this::read).toList();
    metrics.begun(batch);
    int done = projectOrFail(batch);
    metrics.done(batch.subList(0, done));
    batch.forEach(read -> troubles.end(read.record().partition()));
    if (done < batch.size()) {
      stopBefore(batch.get(done), done);
    }
  }

  private ReadRecord read(ConsumerRecord<String, byte[]> record) {
    try {
      return new ReadRecord(record, reader.read(record), null);
    } catch (UnreadableRecord e) {
      return new ReadRecord(record, null, e);
    }
  }

  private int projectOrFail(List<ReadRecord> batch) {
    try {
      return project(batch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BatchListenerFailedException("Interrupted while writing", e, 0);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      batch.forEach(read -> troubles.begin(read.record().partition(), Trouble.WRITES_FAIL));
      metrics.failed();
      log.warn("{} records could not be written and will be read again", batch.size(), e);
      throw new BatchListenerFailedException("The batch could not be written", e, 0);
    }
  }

  /** Returns how many records, from the first on, are done with for good. */
  private int project(List<ReadRecord> batch)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<LoggedDecision> decisions =
        batch.stream().map(ReadRecord::decision).filter(Objects::nonNull).toList();
    Set<LoggedDecision> stranded = Collections.newSetFromMap(new IdentityHashMap<>());
    stranded.addAll(projection.project(decisions));
    int done = 0;
    while (done < batch.size() && !stranded.contains(batch.get(done).decision())) {
      done++;
    }
    badRecords.setAside(batch.subList(0, done));
    return done;
  }

  private void stopBefore(ReadRecord stranded, int index) {
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
