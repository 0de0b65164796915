package io.rendezvous.systemtest.load.measure;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was spent between two moments.
 *
 * @param strangers the share of the machine that processes took which are none of ours, 0 to 1
 * @param residentBytes at the end
 */
public record Spent(
    double seconds,
    double busy,
    double strangers,
    Map<String, Double> cpuMillis,
    Map<String, Long> residentBytes) {

  static Spent between(Sample before, Sample after) {
    var cpu = new TreeMap<String, Double>();
    after
        .cpuMillis()
        .forEach((name, now) -> cpu.put(name, now - before.cpuMillis().getOrDefault(name, 0.0)));
    double all = after.machine().allMillis() - before.machine().allMillis();
    double busy = after.machine().busyMillis() - before.machine().busyMillis();
    double ours = cpu.values().stream().mapToDouble(millis -> millis).sum();
    return new Spent(
        (after.nanoTime() - before.nanoTime()) / 1e9,
        all == 0 ? 0 : busy / all,
        all == 0 ? 0 : Math.max(0, busy - ours) / all,
        cpu,
        after.residentBytes());
  }
}
