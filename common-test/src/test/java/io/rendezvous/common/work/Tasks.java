package io.rendezvous.common.work;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Work that notes what it was called for, and then does what the test wants. */
final class Tasks implements Work<Task> {
  final Queue<String> begun = new ConcurrentLinkedQueue<>();
  final Queue<String> done = new ConcurrentLinkedQueue<>();
  final List<String> abandoned = new CopyOnWriteArrayList<>();
  private final Act act;

  interface Act {
    void on(String name) throws Exception;
  }

  Tasks(Act act) {
    this.act = act;
  }

  @Override
  public void handle(Task task, @Nullable String traceparent) throws Exception {
    begun.add(task.name());
    act.on(task.name());
    done.add(task.name());
  }

  @Override
  public void abandon(Task task, Exception cause, @Nullable String traceparent) {
    abandoned.add(task.name() + " after " + cause.getMessage());
  }
}
