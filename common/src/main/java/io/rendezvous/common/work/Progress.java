package io.rendezvous.common.work;

import io.rendezvous.common.work.OpenOffsets.Mark;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the assigned partitions are done, and what of it is committed; for the poll thread. */
final class Progress {
  private static final Logger log = LoggerFactory.getLogger(Progress.class);
  private static final Duration COMMIT_LIMIT = Duration.ofSeconds(5);

  private final Consumer<String, byte[]> consumer;
  private final Deliveries deliveries;
  private final Stop stop;
  private final Map<TopicPartition, OpenOffsets> assigned = new HashMap<>();
  private final Map<TopicPartition, Mark> committed = new HashMap<>();

  Progress(Consumer<String, byte[]> consumer, Deliveries deliveries, Stop stop) {
    this.consumer = consumer;
    this.deliveries = deliveries;
    this.stop = stop;
  }

  /** Goes on where the partition's last owner left off. */
  void goOn(TopicPartition partition, Mark from) {
    assigned.put(partition, new OpenOffsets(from));
  }

  /** What of it is under way is not committed by us any more. */
  void leave(Collection<TopicPartition> partitions) {
    assigned.keySet().removeAll(partitions);
    committed.keySet().removeAll(partitions);
    deliveries.withdraw(partitions);
  }

  Set<TopicPartition> assigned() {
    return Set.copyOf(assigned.keySet());
  }

  /** Whether this record has to be done. */
  boolean begin(ConsumerRecord<String, byte[]> record) {
    Place place = Place.of(record);
    OpenOffsets offsets = assigned.get(place.partition());
    return offsets != null && offsets.begin(place.offset());
  }

  void absorbFinished() {
    deliveries.drainFinished(
        place -> {
          OpenOffsets offsets = assigned.get(place.partition());
          if (offsets != null) {
            offsets.finish(place.offset());
          }
        });
  }

  /** The partitions whose finished records run too far ahead of the oldest open one. */
  Set<TopicPartition> tooFarAhead(int maxOpenOffsets) {
    return assigned.entrySet().stream()
        .filter(entry -> entry.getValue().span() >= maxOpenOffsets)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns at once; what could not be committed is committed with the next call. */
  void commitLater() {
    Map<TopicPartition, OffsetAndMetadata> news = news(assigned.keySet());
    if (!news.isEmpty()) {
      consumer.commitAsync(
          news,
          (offsets, failure) -> {
            if (failure != null) {
              log.info("A commit failed and will be repeated: {}", Causes.of(failure));
              committed.keySet().removeAll(offsets.keySet());
            }
          });
    }
  }

  /** Waits for the commit; where it fails, others do again what it held. */
  void commitNow(Collection<TopicPartition> partitions) {
    if (stop.isAbrupt()) {
      return;
    }
    try {
      absorbFinished();
      Map<TopicPartition, OffsetAndMetadata> news = news(partitions);
      if (!news.isEmpty()) {
        consumer.commitSync(news, COMMIT_LIMIT);
      }
    } catch (KafkaException e) {
      log.warn("The last commit failed; what it held will be done again: {}", Causes.of(e));
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> news(Collection<TopicPartition> partitions) {
    var news = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (TopicPartition partition : partitions) {
      OpenOffsets offsets = assigned.get(partition);
      if (offsets == null) {
        continue;
      }
      try {
        Mark mark = offsets.mark(consumer.position(partition, Duration.ZERO));
        if (!mark.equals(committed.put(partition, mark))) {
          news.put(
              partition,
              new OffsetAndMetadata(mark.offset(), FinishedBitmap.encode(mark.finished())));
        }
      } catch (TimeoutException notKnownYet) {
        log.debug("The position in {} is not known yet", partition);
      }
    }
    return news;
  }
}
