package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkWindowTest {
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(2);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void has_thousands_under_way_at_once() {
    var all = new CountDownLatch(3_000);
    var tasks =
        new Tasks(
            _ -> {
              all.countDown();
              // None ends before all have begun.
              all.await();
            });
    bench.put(3_000);
    var window = bench.start(limits(5_000, 20_000, false), tasks);
    await().atMost(Duration.ofSeconds(60)).until(() -> tasks.done.size() == 3_000);
    assertThat(tasks.begun).doesNotHaveDuplicates();
    await().until(() -> window.inFlight() == 0 && bench.lag() == 0);
  }

  @Test
  void never_works_on_more_than_its_limit() {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var tasks =
        new Tasks(
            _ -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.sleep(1);
              now.decrementAndGet();
            });
    bench.put(500);
    bench.start(limits(4, 20_000, false), tasks);
    await().atMost(Duration.ofSeconds(30)).until(() -> tasks.done.size() == 500);
    assertThat(most).hasValue(4);
  }

  @Test
  void stops_reading_a_partition_whose_oldest_record_holds_too_many_back() {
    var first = new CountDownLatch(1);
    var tasks =
        new Tasks(
            name -> {
              if (name.equals("0")) {
                first.await();
              }
            });
    for (int i = 0; i < 3_000; i++) {
      bench.producer.send(bench.record("held", Integer.toString(i)));
    }
    bench.start(limits(5_000, 100, false), tasks);
    // One poll may bring 500 beyond the limit, and two may be under way.
    await().until(() -> tasks.done.size() >= 100);
    await().during(Duration.ofSeconds(1)).until(() -> tasks.done.size() <= 1_200);
    first.countDown();
    await().atMost(Duration.ofSeconds(30)).until(() -> tasks.done.size() == 3_000);
    await().until(() -> bench.lag() == 0);
  }

  @Test
  void does_the_records_of_one_key_in_their_order_where_asked() {
    var running = new HashMap<String, Integer>();
    var tasks =
        new Tasks(
            name -> {
              String key = name.substring(0, 1);
              synchronized (running) {
                assertThat(running.merge(key, 1, Integer::sum)).isEqualTo(1);
              }
              Thread.sleep(1);
              synchronized (running) {
                running.merge(key, -1, Integer::sum);
              }
            });
    var keys = List.of("a", "b", "c", "d");
    for (int i = 0; i < 50; i++) {
      for (String key : keys) {
        bench.producer.send(bench.record(key, key + i));
      }
    }
    bench.start(limits(3, 20_000, true), tasks);
    await().atMost(Duration.ofSeconds(30)).until(() -> tasks.done.size() == 200);
    for (String key : keys) {
      assertThat(tasks.done.stream().filter(name -> name.startsWith(key)))
          .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> key + i).toList());
    }
  }

  @Test
  void leaves_no_lag_behind_the_markers_of_transactions() {
    var tasks = new Tasks(_ -> {});
    bench.start(WorkSettings.DEFAULT, tasks);
    Map<String, Object> transactional = Map.of("transactional.id", bench.group());
    try (var producer = bench.producer(transactional)) {
      producer.initTransactions();
      for (int i = 0; i < 5; i++) {
        producer.beginTransaction();
        producer.send(bench.record("kept", "kept-" + i));
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(bench.record("undone", "undone-" + i));
        producer.flush();
        producer.abortTransaction();
      }
    }
    await().until(() -> tasks.done.size() == 5);
    await().until(() -> bench.lag() == 0);
    assertThat(tasks.done).containsExactly("kept-0", "kept-1", "kept-2", "kept-3", "kept-4");
  }

  @Test
  void tells_its_metrics() {
    var finished = new Semaphore(0);
    var hold = new CountDownLatch(1);
    var ages = new ArrayList<Supplier<Duration>>();
    var metrics =
        new WorkMetrics() {
          @Override
          public void observe(
              IntSupplier inFlight, Supplier<Duration> oldestAge, LongSupplier lag) {
            ages.add(oldestAge);
          }

          @Override
          public void finished() {
            finished.release();
          }
        };
    bench.put(3);
    bench.start("0", WorkSettings.DEFAULT, new Tasks(_ -> hold.await()), metrics);
    await().until(() -> ages.getFirst().get().isPositive());
    hold.countDown();
    await().until(() -> finished.availablePermits() == 3);
    await().until(() -> ages.getFirst().get().isZero());
  }

  private static WorkSettings limits(int maxInFlight, int maxOpenOffsets, boolean keyOrdered) {
    return new WorkSettings(
        maxInFlight,
        3,
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofSeconds(5),
        maxOpenOffsets,
        keyOrdered);
  }
}
