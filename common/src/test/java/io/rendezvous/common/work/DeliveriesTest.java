package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final TopicPartition FIRST = new TopicPartition("topic", 0);
  private static final TopicPartition SECOND = new TopicPartition("topic", 1);

  private final CountDownLatch hold = new CountDownLatch(1);
  private final Queue<Long> begun = new ConcurrentLinkedQueue<>();
  private final Deliveries deliveries =
      new Deliveries(
          record -> {
            begun.add(record.offset());
            hold.await();
            return true;
          },
          new Slots(1, "test"),
          false);

  @Test
  void a_record_read_again_while_under_way_is_not_begun_again() {
    deliveries.take(record(FIRST, 1));
    await().until(() -> begun.size() == 1);
    deliveries.withdraw(List.of(FIRST));
    deliveries.take(record(FIRST, 1));
    hold.countDown();
    await().until(() -> deliveries.running() == 0);
    assertThat(begun).containsExactly(1L);
    assertThat(finished()).containsExactly(new Place(FIRST, 1));
  }

  @Test
  void what_is_withdrawn_before_it_began_is_left_to_others() {
    deliveries.take(record(FIRST, 1));
    deliveries.take(record(FIRST, 2));
    deliveries.take(record(SECOND, 3));
    await().until(() -> begun.size() == 1);
    deliveries.withdraw(List.of(FIRST));
    hold.countDown();
    await().until(() -> deliveries.running() == 0);
    assertThat(begun).containsExactly(1L, 3L);
    assertThat(finished()).containsExactly(new Place(FIRST, 1), new Place(SECOND, 3));
  }

  @Test
  void what_was_withdrawn_can_be_taken_again() {
    deliveries.take(record(FIRST, 1));
    deliveries.take(record(FIRST, 2));
    deliveries.withdraw(List.of(FIRST));
    deliveries.take(record(FIRST, 2));
    hold.countDown();
    await().until(() -> deliveries.running() == 0);
    assertThat(begun).endsWith(2L);
    assertThat(begun.stream().filter(offset -> offset == 2)).hasSize(1);
  }

  private List<Place> finished() {
    var finished = new ArrayList<Place>();
    deliveries.drainFinished(finished::add);
    return finished;
  }

  private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
    return new ConsumerRecord<>(
        partition.topic(), partition.partition(), offset, "key", new byte[0]);
  }
}
