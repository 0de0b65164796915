package io.rendezvous.gateway.tail;

import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.start.Step;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the follower on a thread of its own; stops first of all, so that streams end before the
 * server waits for its requests.
 */
final class TailLifecycle implements SmartLifecycle {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

  private final Tail tail;
  private final TailFollower follower;
  private final Thread thread;
  private final Preparation topics;
  private volatile boolean running;

  /** The follower begins once the topics are there. */
  TailLifecycle(Tail tail, Step topics, TailFollower follower) {
    this.tail = tail;
    this.follower = follower;
    this.thread = Thread.ofPlatform().name("tail").daemon().unstarted(follower::run);
    this.topics = new Preparation("topics", List.of(topics), thread::start);
  }

  @Override
  public void start() {
    running = true;
    topics.begin();
  }

  @Override
  public void stop() {
    running = false;
    tail.close();
    topics.close();
    follower.stop();
    try {
      // A poll ends by itself; only what waits for a broker that is away needs to be interrupted.
      if (thread.getState() != Thread.State.NEW && !thread.join(STOP_LIMIT)) {
        thread.interrupt();
        thread.join(STOP_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
