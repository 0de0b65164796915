package io.rendezvous.common.work;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Lets the tasks of one key run one after the other, and those of different keys at once. */
final class KeyOrder {
  private final Slots slots;

  /** A key is here while a task of it runs or waits for a slot; its queue holds those behind. */
  private final Map<String, Queue<Runnable>> behind = new HashMap<>();

  KeyOrder(Slots slots) {
    this.slots = slots;
  }

  /** Without a key there is no order. */
  synchronized void submit(@Nullable String key, Runnable task) {
    if (key == null) {
      slots.submit(task);
      return;
    }
    Queue<Runnable> queue = behind.get(key);
    if (queue == null) {
      behind.put(key, new ArrayDeque<>());
      start(key, task);
    } else {
      queue.add(task);
    }
  }

  private void start(String key, Runnable task) {
    slots.submit(
        () -> {
          try {
            task.run();
          } finally {
            next(key);
          }
        });
  }

  private synchronized void next(String key) {
    Queue<Runnable> queue = behind.get(key);
    Runnable task = queue == null ? null : queue.poll();
    if (task == null) {
      behind.remove(key);
    } else {
      start(key, task);
    }
  }
}
