package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.load.drive.Load;
import io.rendezvous.systemtest.load.drive.TurnDone;
import io.rendezvous.systemtest.load.measure.LogSizes;
import io.rendezvous.systemtest.load.measure.Measured;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Verdict;
import io.rendezvous.systemtest.scripted.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** One conversation of very many turns: must not become slower or write more. */
record LongTalk() implements Scenario {
  private static final int TURNS = 1_000;

  /** The second and the last of so many parts are compared: each has many summaries in it. */
  private static final int PARTS = 4;

  /** Long enough for the first summary to be made in the first part. */
  private static final int TOKENS = 60;

  @Override
  public String name() {
    return "long";
  }

  @Override
  public String what() {
    return "One conversation of 1,000 turns, a model that answers at once.";
  }

  @Override
  public Report run(Setting setting) throws Exception {
    int turns = setting.quick() ? TURNS / 2 : TURNS;
    try (var bed = Bed.start(setting.folder(), Script.USUAL.saying(TOKENS, 0), plan -> plan);
        var admin =
            Admin.create(Map.of("bootstrap.servers", bed.deployment().bootstrapServers()))) {
      setting.progress().accept("warming up");
      bed.drive("warm", Load.turns(1, setting.count(TURNS)), _ -> {});
      setting.progress().accept(turns + " turns");
      var course = new Course(admin, turns / PARTS);
      Measured all = bed.drive("long", Load.turns(1, turns), course);
      return new Report(
          name(),
          what(),
          List.of(all),
          Map.of(),
          Map.of(),
          Map.of(
              "overhead p50 of the second quarter, in ms", course.overhead(1),
              "overhead p50 of the last quarter, in ms", course.overhead(PARTS - 1),
              "bytes a turn of the second quarter, history and changelog", course.bytes(1),
              "bytes a turn of the last quarter, history and changelog", course.bytes(PARTS - 1),
              "bytes a turn of the last quarter, all topics", course.allBytes(PARTS - 1)),
          List.of(
              Verdict.atMost(
                  "overhead of the last quarter, against the second",
                  1.1,
                  null,
                  course.overhead(PARTS - 1) / course.overhead(1)),
              Verdict.atMost(
                  "bytes written in the last quarter, against the second",
                  1.1,
                  null,
                  course.bytes(PARTS - 1) / course.bytes(1))));
    }
  }

  /** Each turn's overhead, and the sizes of the logs after every part. */
  private static final class Course implements Consumer<TurnDone> {
    private final Admin admin;
    private final int part;
    private final List<Long> overheads = new ArrayList<>();
    private final List<LogSizes> sizes = new ArrayList<>();

    Course(Admin admin, int part) {
      this.admin = admin;
      this.part = part;
      measure();
    }

    @Override
    public void accept(TurnDone done) {
      overheads.add(done.overheadMicros());
      if (overheads.size() % part == 0) {
        measure();
      }
    }

    private void measure() {
      try {
        sizes.add(LogSizes.now(admin));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Expected the sizes of the logs, but got none", e);
      }
    }

    /** The median of a part, from 0 on, in milliseconds. */
    double overhead(int number) {
      List<Long> turns =
          overheads.subList(number * part, (number + 1) * part).stream().sorted().toList();
      return turns.get(part / 2) / 1000.0;
    }

    double bytes(int number) {
      LogSizes before = sizes.get(number);
      LogSizes after = sizes.get(number + 1);
      return (after.of("history", "-changelog") - before.of("history", "-changelog"))
          / (double) part;
    }

    double allBytes(int number) {
      return (sizes.get(number + 1).all() - sizes.get(number).all()) / (double) part;
    }
  }
}
