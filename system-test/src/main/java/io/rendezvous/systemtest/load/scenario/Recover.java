package io.rendezvous.systemtest.load.scenario;

import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.deployment.Plan;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Verdict;
import io.rendezvous.systemtest.scripted.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Each part is killed under light load: how long until its turns go on. */
record Recover() implements Scenario {
  private static final Duration THINK = Duration.ofMillis(200);
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final double SERVICE_SECONDS = 6;
  private static final double BROKER_SECONDS = 10;

  @Override
  public String name() {
    return "recover";
  }

  @Override
  public String what() {
    return "Ten conversations while each service, then the broker, is killed with SIGKILL and started"
        + " again; counted until every turn has ended that was under way.";
  }

  @Override
  public Report run(Setting setting) throws Exception {
    var verdicts = new ArrayList<Verdict>();
    var numbers = new TreeMap<String, Double>();
    alone(setting.in("alone"), verdicts, numbers);
    if (!setting.quick()) {
      doubled(setting.in("doubled"), verdicts);
    }
    return new Report(name(), what(), List.of(), Map.of(), Map.of(), numbers, verdicts);
  }

  private static void alone(Setting setting, List<Verdict> verdicts, Map<String, Double> numbers)
      throws Exception {
    try (var bed = Bed.start(setting.folder(), Script.USUAL.thinking(THINK), plan -> plan);
        var watch = Watch.over(bed)) {
      for (Service service : Service.values()) {
        setting.progress().accept("kills the only " + service.label());
        OwnProcess process = bed.deployment().service(service, 0);
        long killed = watch.kill(process);
        process.start();
        process.awaitReady(START_LIMIT);
        long ready = System.nanoTime();
        numbers.put(
            "seconds until the " + service.label() + " was ready again", (ready - killed) / 1e9);
        verdicts.add(
            seconds(
                service.label() + " alone, after it is ready again",
                SERVICE_SECONDS,
                watch.wentOn(killed, ready)));
      }
      setting.progress().accept("kills the broker");
      OwnProcess broker = bed.deployment().broker();
      long killed = watch.kill(broker);
      broker.start();
      long started = System.nanoTime();
      verdicts.add(
          seconds("broker, after its restart", BROKER_SECONDS, watch.wentOn(killed, started)));
    }
  }

  private static void doubled(Setting setting, List<Verdict> verdicts) throws Exception {
    UnaryOperator<Plan> twice =
        plan -> {
          Plan more = plan;
          for (Service service : Service.values()) {
            more = more.instances(service, 2);
          }
          return more;
        };
    try (var bed = Bed.start(setting.folder(), Script.USUAL.thinking(THINK), twice);
        var watch = Watch.over(bed)) {
      for (Service service : Service.values()) {
        setting.progress().accept("kills one of two of " + service.label());
        OwnProcess process = bed.deployment().service(service, 0);
        long killed = watch.kill(process);
        verdicts.add(
            seconds(
                service.label() + " with a second one",
                SERVICE_SECONDS,
                watch.wentOn(killed, killed)));
        process.start();
        process.awaitReady(START_LIMIT);
        watch.settle();
      }
    }
  }

  private static Verdict seconds(String figure, double limit, double measured) {
    return Verdict.atMost(figure + ", in s", limit, null, measured);
  }
}
