package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkWindowRestartsTest {
  private static final WorkSettings SETTINGS =
      new WorkSettings(
          5_000,
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(1),
          1_000,
          false);

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
  void after_a_crash_only_unfinished_records_are_done_again() throws Exception {
    var hold = new CountDownLatch(1);
    var before = new Tasks(name -> stuck(name, hold));
    bench.put(100);
    var window = bench.start(SETTINGS, before);
    await().until(() -> before.done.size() == 90);
    await().until(() -> committedAsFinished() == 90);
    window.crash();

    var after = new Tasks(_ -> {});
    bench.start(SETTINGS, after);
    await().until(() -> bench.lag() == 0);
    hold.countDown();
    assertThat(after.done).containsExactlyInAnyOrderElementsOf(tens());
  }

  @Test
  void what_was_finished_ahead_is_not_forgotten_by_a_second_crash() throws Exception {
    var hold = new CountDownLatch(1);
    var first = new Tasks(name -> stuck(name, hold));
    bench.put(100);
    var window = bench.start(SETTINGS, first);
    await().until(() -> committedAsFinished() == 90);
    window.crash();
    var second = new Tasks(name -> stuck(name, hold));
    window = bench.start(SETTINGS, second);
    await().until(() -> second.begun.size() == 10);
    window.crash();

    var third = new Tasks(_ -> {});
    bench.start(SETTINGS, third);
    await().until(() -> bench.lag() == 0);
    hold.countDown();
    assertThat(third.done).containsExactlyInAnyOrderElementsOf(tens());
  }

  @Test
  void a_stop_waits_for_work_under_way_and_commits_it() throws Exception {
    var hold = new CountDownLatch(1);
    var tasks = new Tasks(_ -> hold.await());
    bench.put(20);
    var window =
        bench.start(
            new WorkSettings(
                10,
                3,
                Duration.ofMillis(1),
                Duration.ofMillis(5),
                Duration.ofMillis(20),
                Duration.ofSeconds(60),
                1_000,
                false),
            tasks);
    await().until(() -> window.inFlight() == 10);
    var stopping = Thread.startVirtualThread(window::close);
    await().until(() -> !window.isRunning());
    hold.countDown();
    stopping.join();
    assertThat(tasks.done).hasSize(10);

    var rest = new Tasks(_ -> {});
    bench.start(SETTINGS, rest);
    await().until(() -> bench.lag() == 0);
    assertThat(Stream.concat(tasks.done.stream(), rest.done.stream()))
        .containsExactlyInAnyOrderElementsOf(names(20).toList());
  }

  @Test
  void a_stop_does_not_wait_beyond_its_limit() {
    var hold = new CountDownLatch(1);
    var tasks = new Tasks(_ -> hold.await());
    bench.put(1);
    var window = bench.start(SETTINGS, tasks);
    await().until(() -> window.inFlight() == 1);
    window.close();
    assertThat(window.inFlight()).isEqualTo(1);
    hold.countDown();
  }

  @Test
  void a_stop_cuts_the_pause_before_the_next_try() throws Exception {
    var patient =
        new WorkSettings(
            10,
            3,
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofMillis(20),
            Duration.ofHours(1),
            1_000,
            false);
    var failing =
        new Tasks(
            _ -> {
              throw new IllegalStateException("not yet");
            });
    bench.put(1);
    var window = bench.start(patient, failing);
    await().until(() -> failing.begun.size() == 1);
    window.close();

    var after = new Tasks(_ -> {});
    bench.start(SETTINGS, after);
    await().until(() -> after.done.size() == 1);
  }

  @Test
  void two_instances_share_the_partitions_and_lose_nothing() throws Exception {
    var first = new Tasks(_ -> Thread.sleep(2));
    var second = new Tasks(_ -> Thread.sleep(2));
    bench.put(500);
    bench.start("0", SETTINGS, first, WorkMetrics.NONE);
    await().until(() -> first.done.size() > 100);
    bench.start("1", SETTINGS, second, WorkMetrics.NONE);
    for (int i = 500; i < 1_000; i++) {
      bench.put("task-" + i);
    }
    var more = new AtomicInteger();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              bench.put("more-" + more.incrementAndGet());
              return !second.done.isEmpty();
            });
    await().atMost(Duration.ofSeconds(30)).until(() -> bench.lag() == 0);
    var done = new HashSet<>(first.done);
    done.addAll(second.done);
    assertThat(done).containsAll(names(1_000).toList());
  }

  @Test
  void another_instance_takes_over_what_a_crashed_one_had_not_finished() {
    var hold = new CountDownLatch(1);
    var first = new Tasks(_ -> hold.await());
    bench.put(20);
    var window = bench.start("0", SETTINGS, first, WorkMetrics.NONE);
    await().until(() -> first.begun.size() == 20);
    window.crash();
    var second = new Tasks(_ -> {});
    bench.start("1", SETTINGS, second, WorkMetrics.NONE);
    await().atMost(Duration.ofSeconds(30)).until(() -> second.done.size() == 20);
    hold.countDown();
  }

  /** Every tenth does not end before it is let go. */
  private static void stuck(String name, CountDownLatch hold) throws InterruptedException {
    if (name.endsWith("0")) {
      hold.await();
    }
  }

  private static List<String> tens() {
    return names(100).filter(name -> name.endsWith("0")).toList();
  }

  private static Stream<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "task-" + i);
  }

  private int committedAsFinished() throws Exception {
    return bench.committed().values().stream()
        .mapToInt(
            offset ->
                (int) offset.offset() + FinishedBitmap.decode(offset.metadata()).cardinality())
        .sum();
  }
}
