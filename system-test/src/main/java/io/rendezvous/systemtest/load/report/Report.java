package io.rendezvous.systemtest.load.report;

import io.rendezvous.systemtest.load.measure.Latency;
import io.rendezvous.systemtest.load.measure.Measured;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one scenario found.
 *
 * @param what is done, in a sentence
 * @param systems the product first, then what it is compared with
 * @param hops times of the broker and of Streams alone, by name
 * @param numbers all else, by what it is and its unit
 */
public record Report(
    String scenario,
    String what,
    List<Measured> systems,
    Map<String, Latency> hops,
    Map<String, Double> numbers,
    List<Verdict> verdicts) {
  public Report {
    systems = List.copyOf(systems);
    hops = new TreeMap<>(hops);
    numbers = new TreeMap<>(numbers);
    verdicts = List.copyOf(verdicts);
  }
}
