package io.rendezvous.standalone;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is started once, and stopped by closing what the start gave. */
final class Part<T extends AutoCloseable> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Part.class);

  private final String name;
  private final Callable<T> start;
  private volatile @Nullable T started;

  /** The name is what the terminal shows. */
  Part(String name, Callable<T> start) {
    this.name = name;
    this.start = start;
  }

  /** Something that runs already, and only has to be closed. */
  static <T extends AutoCloseable> Part<T> running(String name, T value) {
    var part = new Part<>(name, () -> value);
    part.started = value;
    return part;
  }

  /** A {@link Callable}, so that it may throw. */
  @Nullable Void start(Progress progress) throws RunFailure {
    long from = System.nanoTime();
    try {
      started = start.call();
    } catch (RunFailure e) {
      throw e;
    } catch (Exception e) {
      LOG.error("The {} could not start", name, e);
      throw new RunFailure("The " + name + " could not start: " + reason(e), e);
    }
    progress.started(name, Duration.ofNanos(System.nanoTime() - from));
    return null;
  }

  T get() {
    T value = started;
    if (value == null) {
      throw new IllegalStateException("Expected the " + name + " to run, but it does not");
    }
    return value;
  }

  @Override
  public void close() {
    T value = started;
    if (value == null) {
      return;
    }
    try {
      value.close();
    } catch (Exception e) {
      LOG.error("The {} did not stop as it should", name, e);
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null
        ? root.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
