package io.rendezvous.systemtest.check.evidence;

import java.util.Map;

/**
 * What is held while nothing is going on.
 *
 * @param processes by name
 * @param lags by consumer group, the records that it has not done yet
 */
public record ResourceSample(Map<String, ProcessSample> processes, Map<String, Long> lags) {
  public ResourceSample {
    processes = Map.copyOf(processes);
    lags = Map.copyOf(lags);
  }
}
