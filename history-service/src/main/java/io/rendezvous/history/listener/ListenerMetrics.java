package io.rendezvous.history.listener;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.metric.ConsumerLag;
import io.rendezvous.common.metric.DeadLetterCounts;
import io.rendezvous.common.metric.RecordAges;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.UnreadableRecord;
import java.time.InstantSource;
import java.util.List;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** What operators see of the reading of the log. */
final class ListenerMetrics {
  private final InstantSource clock = InstantSource.system();
  private final RecordAges ages;
  private final DeadLetterCounts letters;
  private final Counter failed;
  private final OpenBatches open;

  ListenerMetrics(MeterRegistry meters, KafkaListenerEndpointRegistry listeners) {
    ages = new RecordAges(meters, Topics.HISTORY);
    letters = new DeadLetterCounts(meters, Topics.HISTORY);
    failed = meters.counter("rendezvous.projection.batches.failed");
    open = new OpenBatches(meters, clock);
    ConsumerLag.show(meters, HistoryListener.ID, () -> lag(listeners));
  }

  private static long lag(KafkaListenerEndpointRegistry listeners) {
    var container = listeners.getListenerContainer(HistoryListener.ID);
    return container == null
        ? 0
        : container.metrics().values().stream().mapToLong(ConsumerLag::of).sum();
  }

  void begun(List<ReadRecord> batch) {
    long now = clock.millis();
    for (ReadRecord read : batch) {
      ages.taken(Topics.HISTORY.name(), read.record().timestamp(), now);
      open.begin(read.record().partition(), read.record().timestamp());
    }
  }

  /** These records, from a batch's first on, are done with for good. */
  void done(List<ReadRecord> records) {
    records.forEach(read -> open.end(read.record().partition()));
  }

  void lost(int partition) {
    open.end(partition);
  }

  void failed() {
    failed.increment();
  }

  void setAside(UnreadableRecord unreadable) {
    letters.count(Topics.HISTORY, unreadable.reason().name());
  }
}
