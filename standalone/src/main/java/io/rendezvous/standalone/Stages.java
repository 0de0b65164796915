package io.rendezvous.standalone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What has been started, stage by stage: the parts of a stage start, and stop, at the same time.
 */
final class Stages implements AutoCloseable {
  private final Progress progress;
  private final Deque<List<Part<?>>> stages = new ArrayDeque<>();

  Stages(Progress progress) {
    this.progress = progress;
  }

  /** Closes this after all that is started from now on. */
  void hold(Part<?> running) {
    stages.push(List.of(running));
  }

  /** Returns when all parts run; if one fails, the others wait to be closed. */
  void start(Part<?>... parts) throws RunFailure, InterruptedException {
    stages.push(List.of(parts));
    var starts = new ArrayList<Future<?>>();
    try (var threads = threads("start-")) {
      for (Part<?> part : parts) {
        starts.add(threads.submit(() -> part.start(progress)));
      }
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    for (Future<?> start : starts) {
      try {
        start.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof RunFailure failure
            ? failure
            : new RunFailure("It could not start: " + e.getCause(), e);
      }
    }
  }

  /** Stops each stage before the one that it was started on. */
  @Override
  public void close() {
    while (!stages.isEmpty()) {
      try (var threads = threads("stop-")) {
        stages.pop().forEach(part -> threads.execute(part::close));
      }
    }
  }

  /** Platform threads: the threads that a virtual one starts would be daemons. */
  private static ExecutorService threads(String name) {
    return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name(name, 1).factory());
  }
}
