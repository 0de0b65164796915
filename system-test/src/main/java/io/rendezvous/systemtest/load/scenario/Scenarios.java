package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All scenarios, in the order in which they are run. */
public final class Scenarios {
  /** At least: it ends when the compilers of all processes have calmed down. */
  private static final Duration WARM_UP = Duration.ofSeconds(150);

  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  public static final List<Scenario> ALL =
      List.of(
          new Conversing(
              "single",
              "One conversation, a model that answers at once.",
              1,
              Duration.ZERO,
              WARM_UP,
              MEASURED,
              false,
              Scenarios::single),
          new Conversing(
              "steady",
              "200 conversations, a model that takes half a second for each of a turn's two calls:"
                  + " without overhead 200 turns a second.",
              200,
              HALF_A_SECOND,
              WARM_UP,
              MEASURED,
              false,
              Scenarios::steady),
          new Conversing(
              "saturate",
              "64 conversations, a model that answers at once: as many turns as the machine can.",
              64,
              Duration.ZERO,
              WARM_UP,
              MEASURED,
              false,
              Scenarios::saturate),
          new InFlight(),
          new Streaming(),
          new LongTalk(),
          new Conversing(
              "disk",
              "As steady, with DynamoDB Local on disk.",
              200,
              HALF_A_SECOND,
              WARM_UP,
              MEASURED,
              true,
              Scenarios::steady),
          new Recover());

  private Scenarios() {}

  public static Optional<Scenario> named(String name) {
    return ALL.stream().filter(scenario -> scenario.name().equals(name)).findFirst();
  }

  private static List<Verdict> single(Conversed found) {
    double p50 = found.product().overhead().p50();
    return List.of(
        Verdict.atMost("overhead p50, in exactly-once passes", 6.0, null, p50 / found.pass().p50()),
        Verdict.atMost("overhead p50, in raw hops", null, 14.0, p50 / found.hop().p50()),
        Verdict.atMost(
            "overhead p99, in its own p50", 6.0, null, found.product().overhead().p99() / p50));
  }

  private static List<Verdict> steady(Conversed found) {
    return List.of(
        Verdict.atLeast("turns/s of the ideal 200", 150.0, 190.0, found.product().turnsPerSecond()),
        Verdict.atMost("overhead p99 in ms", 500.0, 250.0, found.product().overhead().p99()));
  }

  private static List<Verdict> saturate(Conversed found) {
    double rate = found.product().turnsPerSecond();
    return List.of(
        Verdict.atLeast(
            "turns/s, against the plain loop with SQLite",
            1.0,
            null,
            rate / found.sqlite().turnsPerSecond()),
        Verdict.atLeast(
            "turns/s, against the plain loop in memory",
            null,
            0.5,
            rate / found.inMemory().turnsPerSecond()),
        Verdict.atMost(
            "CPU ms a turn of our processes and the broker",
            12.0,
            5.0,
            found.product().cpuMillisPerTurnWithout(Bed.APART)));
  }
}
