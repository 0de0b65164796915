package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.Metrics;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Verdict;
import io.rendezvous.systemtest.scripted.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many answers that are streamed at the same time, at the pace of a model of ordinary speed. */
record Streaming() implements Scenario {
  private static final int STREAMS = 500;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final Duration WARM_UP = Duration.ofSeconds(90);
  private static final Duration ARRIVAL = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Script TEN_SECONDS = Script.USUAL.calls(0).saying(100, 10);

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public String what() {
    return "500 answers at the same time, each of 100 tokens that come within ten seconds.";
  }

  @Override
  public Report run(Setting setting) throws Exception {
    int streams = setting.count(STREAMS);
    try (var bed = Bed.start(setting.folder(), Script.USUAL.calls(0), plan -> plan)) {
      setting.progress().accept("warming up");
      Load load = Load.turns(streams, 1).insisting(Duration.ZERO, PATIENCE);
      bed.drive("streams", load.arriving(setting.warmUp(WARM_UP)), _ -> {});
      bed.model().follow(TEN_SECONDS);
      double before = threads(bed);
      setting.progress().accept(streams + " streams at once");
      try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Double> peak = executor.submit(() -> threadsAtPeak(bed, streams));
        Measured all = bed.drive("streams", load.arriving(ARRIVAL), _ -> {});
        boolean seen = peak.isDone();
        peak.cancel(true);
        return report(all, seen ? peak.get() - before : Double.NaN);
      }
    }
  }

  /** Once all are open. */
  private static double threadsAtPeak(Bed bed, int streams)
      throws IOException, InterruptedException {
    while (bed.model().open() < streams) {
      Thread.sleep(LOOK_AGAIN);
    }
    return threads(bed);
  }

  private static double threads(Bed bed) throws IOException, InterruptedException {
    return Metrics.of(bed.deployment().service(Service.ORCHESTRATOR, 0))
        .sum("jvm_threads_live_threads");
  }

  private Report report(Measured all, double moreThreads) {
    double cpu = all.cpuMillisPerTurn().getOrDefault("orchestrator-0", Double.NaN);
    return new Report(
        name(),
        what(),
        List.of(all),
        Map.of(),
        Map.of(),
        Map.of("seconds until all had ended", all.seconds()),
        List.of(
            Verdict.atMost("CPU ms of the orchestrator for each stream", 5.0, null, cpu),
            Verdict.atMost("platform threads more than before", 20.0, null, moreThreads)));
  }
}
