package io.rendezvous.common.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private final Slots slots = new Slots(1, "test");
  private final ConcurrentLinkedQueue<Integer> ran = new ConcurrentLinkedQueue<>();

  @Test
  void what_finds_no_slot_waits_in_its_order() {
    for (int i = 0; i < 100; i++) {
      int number = i;
      slots.submit(() -> ran.add(number));
    }
    await().until(() -> slots.running() == 0);
    assertThat(ran.stream().toList()).hasSize(100).isSorted();
  }

  @Test
  void a_slot_is_free_again_after_an_error() {
    slots.submit(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
          throw new IllegalStateException("a bug");
        });
    slots.submit(() -> ran.add(1));
    await().until(() -> ran.size() == 1);
  }

  @Test
  void after_a_stop_nothing_begins() {
    var hold = new CountDownLatch(1);
    slots.submit(
        () -> {
          try {
            hold.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    slots.submit(() -> ran.add(1));
    slots.stop();
    slots.submit(() -> ran.add(2));
    hold.countDown();
    await().until(() -> slots.running() == 0);
    assertThat(ran).isEmpty();
  }
}
