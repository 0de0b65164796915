package io.rendezvous.systemtest.load.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.http.KeptConnection;
import io.rendezvous.systemtest.http.Received;
import io.rendezvous.systemtest.load.plain.StreamLoop;
import io.rendezvous.systemtest.load.plain.StreamLoop.Took;
import io.rendezvous.systemtest.load.report.Report;
import io.rendezvous.systemtest.load.report.Verdict;
import io.rendezvous.systemtest.process.ChildProcess;
import io.rendezvous.systemtest.scripted.ModelProcess;
import io.rendezvous.systemtest.scripted.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Many answers at the same time through the product's way to a model, without the product. */
record Streaming() implements Scenario {
  private static final int STREAMS = 500;
  private static final int ROUNDS_TO_WARM_UP = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Script AT_ONCE = Script.USUAL.calls(0).saying(20, 0);
  private static final Script TWO_SECONDS = Script.USUAL.calls(0).saying(20, 10);
  private static final Script TEN_SECONDS = Script.USUAL.calls(0).saying(100, 10);

  @Override
  public String name() {
    return "streams";
  }

  @Override
  public String what() {
    return "500 answers of a model at the same time, ten pieces a second for two seconds: what"
        + " reading them takes, without the turns around them.";
  }

  @Override
  public Report run(Setting setting) throws Exception {
    int streams = setting.count(STREAMS);
    var logs = setting.folder().resolve("logs");
    try (var model = ModelProcess.start(logs.resolve("scripted-model.log"), AT_ONCE);
        var loop =
            ChildProcess.start(
                StreamLoop.class, logs.resolve("streams.log"), List.of(), model.baseUrl())) {
      setting.progress().accept("warming up");
      for (int i = 0; i < setting.count(ROUNDS_TO_WARM_UP); i++) {
        take(loop, streams);
      }
      setting.progress().accept(streams + " streams at once");
      model.follow(TWO_SECONDS);
      Took two = take(loop, streams);
      model.follow(TEN_SECONDS);
      return report(two, take(loop, streams));
    }
  }

  private static Took take(ChildProcess loop, int streams) throws IOException {
    try (var connection = KeptConnection.open(loop.address(), PATIENCE)) {
      Received answer = connection.send("POST", "/", Map.of(), Integer.toString(streams));
      return Json.MAPPER.readValue(answer.rest().getBytes(UTF_8), Took.class);
    }
  }

  private Report report(Took two, Took ten) {
    return new Report(
        name(),
        what(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(
            "seconds until all had ended", two.seconds(),
            "CPU ms for each stream of ten seconds, 100 pieces", ten.cpuMillisEach()),
        List.of(
            Verdict.atMost("CPU ms for each stream", 5.0, null, two.cpuMillisEach()),
            Verdict.atMost("platform threads more than before", 20.0, null, two.moreThreads())));
  }
}
