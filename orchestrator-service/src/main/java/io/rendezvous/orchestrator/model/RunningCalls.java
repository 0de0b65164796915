package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.AskId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls under way, and those that were stopped before they began. */
final class RunningCalls {
  private final Set<RunningCall> running = ConcurrentHashMap.newKeySet();
  private final Set<AskId> stopped;

  /** Beyond {@code rememberedStops}, the oldest are forgotten: such a call is made in vain. */
  RunningCalls(int rememberedStops) {
    this.stopped =
        Collections.synchronizedSet(
            Collections.newSetFromMap(
                new LinkedHashMap<>() {
                  private static final long serialVersionUID = 1L;

                  @Override
                  protected boolean removeEldestEntry(Map.Entry<AskId, Boolean> eldest) {
                    return size() > rememberedStops;
                  }
                }));
  }

  /** To be ended by the same thread. */
  RunningCall begin(AskId ask) {
    var call = new RunningCall(ask);
    running.add(call);
    if (stopped.contains(ask)) {
      call.stop();
    }
    return call;
  }

  void end(RunningCall call) {
    running.remove(call);
    call.end();
  }

  void stop(AskId ask) {
    // Remembered first: a call that begins meanwhile sees it there, or is found below.
    stopped.add(ask);
    running.stream().filter(call -> call.ask().equals(ask)).forEach(RunningCall::stop);
  }

  void interruptAll() {
    running.forEach(RunningCall::interrupt);
  }
}
