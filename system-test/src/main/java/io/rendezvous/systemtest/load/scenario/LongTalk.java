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

  /** Turns are compared by so many together. */
  static final int GROUP = 50;

  /** A group whose requests are this much of the last group's has grown as far as they do. */
  private static final double GROWN = 0.97;

  /** Long enough for the window to be full well before the end. */
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
      var course = new Course(admin);
      Measured all = bed.drive("long", Load.turns(1, turns), course);
      int full = course.fullAt();
      return new Report(
          name(),
          what(),
          List.of(all),
          Map.of(),
          Map.of(),
          Map.of(
              "turn at which the window was full", (double) full,
              "overhead p50 then, in ms", course.overhead(full),
              "overhead p50 at the end, in ms", course.overhead(turns - GROUP),
              "bytes a turn then, history and changelog", course.bytes(full),
              "bytes a turn at the end, history and changelog", course.bytes(turns - GROUP),
              "bytes a turn at the end, all topics", course.allBytes(turns - GROUP)),
          List.of(
              Verdict.atMost(
                  "overhead at the end, against a full window",
                  1.1,
                  null,
                  course.overhead(turns - GROUP) / course.overhead(full)),
              Verdict.atMost(
                  "bytes written at the end, against a full window",
                  1.1,
                  null,
                  course.bytes(turns - GROUP) / course.bytes(full))));
    }
  }

  /** Each turn's overhead, and the sizes of the logs after every {@link #GROUP} turns. */
  static final class Course implements Consumer<TurnDone> {
    private final Admin admin;
    private final List<Long> overheads = new ArrayList<>();
    private final List<LogSizes> sizes = new ArrayList<>();

    Course(Admin admin) {
      this.admin = admin;
      measure();
    }

    @Override
    public void accept(TurnDone done) {
      overheads.add(done.overheadMicros());
      if (overheads.size() % GROUP == 0) {
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

    /** The window is bounded in bytes: what the model is asked stops growing when it is full. */
    int fullAt() {
      int groups = sizes.size() - 1;
      double last = modelCalls(groups - 1);
      int full = groups - 1;
      while (full > 0 && modelCalls(full - 1) > GROWN * last) {
        full--;
      }
      return full * GROUP;
    }

    private double modelCalls(int group) {
      return sizes.get(group + 1).of("model-calls") - sizes.get(group).of("model-calls");
    }

    /** The median of the group that begins after this turn, in milliseconds. */
    double overhead(int from) {
      List<Long> group = overheads.subList(from, from + GROUP).stream().sorted().toList();
      return group.get(GROUP / 2) / 1000.0;
    }

    double bytes(int from) {
      return written(from, "history", "-changelog");
    }

    double allBytes(int from) {
      int group = from / GROUP;
      return (sizes.get(group + 1).all() - sizes.get(group).all()) / (double) GROUP;
    }

    private double written(int from, String... topics) {
      int group = from / GROUP;
      return (sizes.get(group + 1).of(topics) - sizes.get(group).of(topics)) / (double) GROUP;
    }
  }
}
