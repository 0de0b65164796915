package io.rendezvous.calendar.worker;

import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.start.Step;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.work.WorkWindow;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the window once topics and tables are there, however long that takes; stops it before the
 * beans that it works with are closed.
 */
final class WorkerLifecycle implements SmartLifecycle {
  private final Preparation preparation;
  private final WorkWindow<ToolCall> window;
  private volatile boolean running;

  WorkerLifecycle(List<Step> steps, WorkWindow<ToolCall> window) {
    this.preparation = new Preparation("topics and tables", steps, window::start);
    this.window = window;
  }

  @Override
  public void start() {
    running = true;
    preparation.begin();
  }

  @Override
  public void stop() {
    running = false;
    preparation.close();
    window.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
