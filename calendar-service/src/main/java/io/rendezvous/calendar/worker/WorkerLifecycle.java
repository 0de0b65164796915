package io.rendezvous.calendar.worker;

import io.rendezvous.calendar.connection.Preparation;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.work.WorkWindow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the window once topics and tables are there, however long that takes; stops it before the
 * beans that it works with are closed.
 */
final class WorkerLifecycle implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerLifecycle.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final List<Preparation> preparations;
  private final WorkWindow<ToolCall> window;
  private final Duration longestPause;
  private volatile boolean stopping;
  private @Nullable Thread starter;

  WorkerLifecycle(
      List<Preparation> preparations, WorkWindow<ToolCall> window, Duration longestPause) {
    this.preparations = preparations;
    this.window = window;
    this.longestPause = longestPause;
  }

  @Override
  public void start() {
    starter = Thread.ofVirtual().name("calendar-start").start(this::startWhenPossible);
  }

  private void startWhenPossible() {
    Duration pause = FIRST_PAUSE;
    while (!stopping) {
      try {
        for (Preparation preparation : preparations) {
          preparation.prepare();
        }
        window.start();
        return;
      } catch (InterruptedException stopped) {
        return;
      } catch (Exception e) {
        if (stopping) {
          return;
        }
        LOG.warn("Not ready, trying again in {}: {}", pause, e.toString());
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stopped) {
        return;
      }
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(longestPause) < 0 ? twice : longestPause;
    }
  }

  @Override
  public void stop() {
    Thread running = starter;
    if (running == null) {
      return;
    }
    stopping = true;
    running.interrupt();
    try {
      running.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    starter = null;
    window.close();
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }
}
