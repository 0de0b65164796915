package io.rendezvous.systemtest.load.measure;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One load on one system.
 *
 * @param turns that ended while it was measured
 * @param cpuMillisPerTurn by process
 */
public record Measured(
    String system,
    long turns,
    double seconds,
    double turnsPerSecond,
    Latency turn,
    Latency overhead,
    Latency firstText,
    Map<String, Double> cpuMillisPerTurn,
    Map<String, Long> residentBytes,
    double busy,
    double strangers,
    Map<String, Long> errors) {

  /** What was gathered, put together. */
  public static Measured of(String system, Timings timings, Spent spent) {
    var perTurn = new TreeMap<String, Double>();
    long turns = timings.ended();
    spent
        .cpuMillis()
        .forEach((name, millis) -> perTurn.put(name, turns == 0 ? Double.NaN : millis / turns));
    return new Measured(
        system,
        turns,
        spent.seconds(),
        turns / spent.seconds(),
        Latency.of(timings.turn()),
        Latency.of(timings.overhead()),
        Latency.of(timings.firstText()),
        perTurn,
        spent.residentBytes(),
        spent.busy(),
        spent.strangers(),
        timings.errors());
  }

  /** Of all processes but these. */
  public double cpuMillisPerTurnWithout(Set<String> others) {
    return cpuMillisPerTurn.entrySet().stream()
        .filter(entry -> !others.contains(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
