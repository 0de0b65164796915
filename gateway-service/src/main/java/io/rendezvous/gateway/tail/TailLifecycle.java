package io.rendezvous.gateway.tail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the follower on a thread of its own; stops first of all, so that streams end before the
 * server waits for its requests.
 */
final class TailLifecycle implements SmartLifecycle {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

  private final Tail tail;
  private final TailFollower follower;
  private @Nullable Thread thread;

  TailLifecycle(Tail tail, TailFollower follower) {
    this.tail = tail;
    this.follower = follower;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("tail").daemon().start(follower::run);
  }

  @Override
  public void stop() {
    tail.close();
    follower.stop();
    if (thread != null) {
      try {
        // A poll ends by itself; only what waits for a broker that is away needs to be interrupted.
        if (!thread.join(STOP_LIMIT)) {
          thread.interrupt();
          thread.join(STOP_LIMIT);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
