package io.rendezvous.common.work;

import io.rendezvous.common.work.OpenOffsets.Mark;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes partitions over where their last owners left off, and hands them on. */
final class Rebalances implements ConsumerRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(Rebalances.class);

  private final Consumer<String, byte[]> consumer;
  private final Progress progress;
  private volatile boolean joined;

  Rebalances(Consumer<String, byte[]> consumer, Progress progress) {
    this.consumer = consumer;
    this.progress = progress;
  }

  /** Whether the group has taken this member in, even if there was no partition left for it. */
  boolean hasJoined() {
    return joined;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    var committed = consumer.committed(Set.copyOf(partitions));
    for (TopicPartition partition : partitions) {
      var last = committed.get(partition);
      if (last == null) {
        progress.goOn(partition, new Mark(0, new BitSet()));
      } else {
        // The bitmap belongs to this very offset, so reading must begin there too.
        consumer.seek(partition, last);
        progress.goOn(partition, new Mark(last.offset(), FinishedBitmap.decode(last.metadata())));
      }
    }
    joined = true;
    log.info("Works on {}", progress.assigned());
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    progress.commitNow(partitions);
    progress.leave(partitions);
  }

  /** They are others' already: a commit would be refused. */
  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    progress.leave(partitions);
  }
}
