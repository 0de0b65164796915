package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.baseline.RawHop;
import io.rendezvous.systemtest.load.baseline.StreamsPass;
import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.measure.Lag;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.profile.Profile;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Verdict;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Conversations that go on for a time, with the product and with what it is compared with.
 *
 * @param think what the model takes for each of a turn's two calls
 * @param onDisk whether the tables are on disk, whatever the setting says
 */
record Conversing(
    String name,
    String what,
    int conversations,
    Duration think,
    Duration warmUp,
    Duration measured,
    boolean onDisk,
    Function<Conversed, List<Verdict>> judge)
    implements Scenario {
  private static final int HOPS = 1_000;

  /** One process that does little: it is compiled sooner than five that share two cores. */
  private static final Duration PLAIN_WARM_UP = Duration.ofSeconds(45);

  private static final Duration PLAIN_MEASURED = Duration.ofSeconds(30);

  private static final Duration RECORDED_WARM_UP = Duration.ofSeconds(5);
  private static final Duration RECORDED = Duration.ofSeconds(30);

  @Override
  public Report run(Setting setting) throws Exception {
    boolean disk = onDisk || setting.onDisk();
    Load load = Load.of(conversations, setting.warmUp(warmUp), setting.measured(measured));
    Load plain =
        Load.of(conversations, setting.warmUp(PLAIN_WARM_UP), setting.measured(PLAIN_MEASURED));
    try (var bed =
        Bed.start(
            setting.folder(),
            Script.USUAL.thinking(think),
            plan -> disk ? plan.withTablesOnDisk() : plan)) {
      setting.progress().accept("the product");
      Measured product = setting.quick() ? bed.drive(load) : bed.driveWarm(load);
      Lag lag = Lag.drain(bed.deployment().bootstrapServers());
      setting.progress().accept("the product again, recorded");
      Map<String, Profile> profiles =
          bed.record(
              Load.of(conversations, setting.warmUp(RECORDED_WARM_UP), setting.measured(RECORDED)));
      setting.progress().accept("the plain loop with SQLite");
      Measured sqlite = PlainRun.sqlite(bed, plain, setting.folder());
      setting.progress().accept("the plain loop in memory");
      Measured inMemory = PlainRun.inMemory(bed, plain, setting.folder());
      setting.progress().accept("the broker's hop, and a pass through Streams");
      int hops = setting.count(HOPS);
      String servers = bed.deployment().bootstrapServers();
      var found =
          new Conversed(
              product,
              sqlite,
              inMemory,
              RawHop.measure(servers, hops, hops),
              StreamsPass.measure(servers, setting.folder().resolve("pass"), hops, hops));
      return new Report(
          name,
          what,
          found.systems(),
          Map.of("hop", found.hop(), "pass", found.pass()),
          profiles,
          Map.of(
              "history lag at the end, in records",
              (double) lag.records(),
              "history drained after, in seconds",
              lag.drainSeconds()),
          judge.apply(found));
    }
  }
}
