package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Verdict;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Very many turns at once, each waiting for a slow model. */
record InFlight() implements Scenario {
  private static final int TURNS = 5_000;
  private static final Duration THINK = Duration.ofSeconds(10);

  /** Shorter than any turn: the last has come before the first ends. */
  private static final Duration ARRIVAL = THINK;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The same people have each said something before: keys are made once for a user. */
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private static final String RUN = "peak";

  @Override
  public String name() {
    return "inflight";
  }

  @Override
  public String what() {
    return "5,000 turns at once, a model that takes ten seconds for each of a turn's two calls.";
  }

  @Override
  public Report run(Setting setting) throws Exception {
    int turns = setting.count(TURNS);
    try (var bed = Bed.start(setting.folder(), Script.USUAL, plan -> plan)) {
      setting.progress().accept("warming up");
      Load load = Load.turns(turns, 1).insisting(Duration.ZERO, PATIENCE);
      bed.drive(RUN, load.arriving(setting.warmUp(WARM_UP)), _ -> {});
      bed.model().follow(Script.USUAL.thinking(THINK));
      Footprint before = Footprint.of(bed.deployment().services());
      setting.progress().accept(turns + " turns at once");
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Peak> peak = executor.submit(() -> Peak.await(bed, turns));
        Measured all = bed.drive(RUN, load.arriving(ARRIVAL), _ -> {});
        boolean seen = peak.isDone();
        peak.cancel(true);
        return report(turns, all, before, seen ? peak.get() : new Peak(0, 0, before));
      }
    }
  }

  private Report report(int turns, Measured all, Footprint before, Peak peak) {
    Footprint then = peak.footprint();
    double kilobytes = 1024.0 * peak.turns();
    double heap = (then.heapBytes() - before.heapBytes()) / kilobytes;
    double resident = (then.residentBytes() - before.residentBytes()) / kilobytes;
    var numbers = new TreeMap<String, Double>();
    numbers.put("resident memory gained for each, in KB, garbage included", resident);
    numbers.put("live heap before, in MB", before.heapBytes() / 1048576.0);
    numbers.put("live heap at the peak, in MB", then.heapBytes() / 1048576.0);
    numbers.put("turns under way at the peak", (double) peak.turns());
    numbers.put("calls of the model under way at the peak", (double) peak.calls());
    numbers.put("seconds until all had ended", all.seconds());
    then.heaps()
        .forEach(
            (process, bytes) ->
                numbers.put(
                    "live heap of " + process + " for each, in KB",
                    (bytes - before.heaps().getOrDefault(process, 0L)) / kilobytes));
    return new Report(
        name(),
        what(),
        List.of(all),
        Map.of(),
        Map.of(),
        numbers,
        List.of(
            Verdict.atLeast(
                "turns that ended, of " + turns, (double) turns, null, (double) all.turns()),
            Verdict.atMost("live heap of all services for each, in KB", 40.0, null, heap)));
  }
}
