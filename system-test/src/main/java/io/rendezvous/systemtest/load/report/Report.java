package io.rendezvous.systemtest.load.report;

import io.rendezvous.systemtest.load.measure.Latency;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one scenario found.
 *
 * @param what is done, in a sentence
 * @param systems the product first, then what it is compared with
 * @param hops times of the broker and of Streams alone, by name
 * @param profiles of the product under the same load, recorded after it was measured, by process
 * @param numbers all else, by what it is and its unit
 */
public record Report(
    String scenario,
    String what,
    List<Measured> systems,
    Map<String, Latency> hops,
    Map<String, Profile> profiles,
    Map<String, Double> numbers,
    List<Verdict> verdicts) {
  public Report {
    systems = List.copyOf(systems);
    hops = new TreeMap<>(hops);
    profiles = new TreeMap<>(profiles);
    numbers = new TreeMap<>(numbers);
    verdicts = List.copyOf(verdicts);
  }
}
