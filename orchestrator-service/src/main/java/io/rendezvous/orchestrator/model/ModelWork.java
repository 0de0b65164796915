package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.start.Preparation;
import io.rendezvous.common.start.Step;
import io.rendezvous.common.work.WorkWindow;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Runs the worker from the service's start to its stop. */
final class ModelWork implements SmartLifecycle {
  private final Preparation tables;
  private final WorkWindow<ModelCall> window;
  private final ControlListener control;
  private final RunningCalls running;
  private volatile boolean started;

  /** Calls are taken once the tables are there. */
  ModelWork(
      List<Step> steps,
      WorkWindow<ModelCall> window,
      ControlListener control,
      RunningCalls running) {
    this.tables = new Preparation("keys and tries", steps, window::start);
    this.window = window;
    this.control = control;
    this.running = running;
  }

  @Override
  public void start() {
    control.start();
    tables.begin();
    started = true;
  }

  /** Whether calls are taken. */
  boolean isTaking() {
    return window.isRunning();
  }

  /** Whether stops are seen. */
  boolean isListening() {
    return control.isListening();
  }

  @Override
  public void stop() {
    tables.close();
    window.close();
    // What has not ended by now is done again by whoever takes over.
    running.interruptAll();
    control.close();
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
