package io.rendezvous.common.work;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.wire.Publisher;
import java.util.Map;

/**
 * Works on the records of a topic, thousands at once, in whatever order they finish, and loses
 * none.
 */
public final class WorkWindow<T> implements AutoCloseable {

  /**
   * Makes a window that is not started.
   *
   * @param consumer settings for the Kafka consumer: at least {@code bootstrap.servers}
   * @param group the consumer group
   * @param instance stable across restarts and unique among the group's running members
   * @param publisher writes dead letters
   */
  public WorkWindow(
      Topic topic,
      Class<T> kind,
      String group,
      String instance,
      Map<String, Object> consumer,
      WorkSettings settings,
      Work<T> work,
      Publisher publisher) {}

  public void start() {}

  /** Whether partitions are assigned and polling goes on. */
  public boolean isRunning() {
    return false;
  }

  /** How many records are being worked on. */
  public int inFlight() {
    return 0;
  }

  /** Takes no more, waits for work under way up to the drain time-out, commits, and closes. */
  @Override
  public void close() {}
}
