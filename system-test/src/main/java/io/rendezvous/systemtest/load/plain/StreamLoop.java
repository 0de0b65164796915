package io.rendezvous.systemtest.load.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ChatModel;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.prompt.SystemPrompt;
import io.rendezvous.systemtest.http.Answering;
import io.rendezvous.systemtest.http.Asked;
import io.rendezvous.systemtest.http.SmallServer;
import io.rendezvous.systemtest.process.Child;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Has the model at an address answer as often at once as it is told, in a process of its own: what
 * that takes, nothing else does.
 */
public final class StreamLoop {
  private static final Duration TIME = Duration.ofMinutes(5);

  private final ChatModel model;

  private StreamLoop(ChatModel model) {
    this.model = model;
  }

  /**
   * What so many answers took.
   *
   * @param moreThreads platform threads at the peak, beyond those that were there before
   */
  public record Took(double cpuMillisEach, int moreThreads, double seconds) {}

  public static void main(String[] arguments) {
    var loop = new StreamLoop(PlainLoop.model(arguments[0]));
    Child.serving(SmallServer.start(0, loop::handle).baseUrl());
  }

  private void handle(Asked asked, Answering answer) throws IOException, InterruptedException {
    int streams = Integer.parseInt(new String(asked.body(), UTF_8));
    try {
      answer.whole(200, Map.of(), Json.MAPPER.writeValueAsBytes(stream(streams)));
    } catch (ExecutionException failed) {
      answer.whole(500, Map.of(), failed.toString().getBytes(UTF_8));
    }
  }

  private Took stream(int streams) throws InterruptedException, ExecutionException {
    var threads = ManagementFactory.getThreadMXBean();
    threads.resetPeakThreadCount();
    int before = threads.getThreadCount();
    Duration cpuBefore = cpu();
    long began = System.nanoTime();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies = new ArrayList<Future<ModelReply>>();
      for (int i = 0; i < streams; i++) {
        replies.add(executor.submit(() -> model.answer(request(), _ -> {})));
      }
      for (var reply : replies) {
        reply.get();
      }
    }
    return new Took(
        (double) cpu().minus(cpuBefore).toMillis() / streams,
        threads.getPeakThreadCount() - before,
        (System.nanoTime() - began) / 1e9);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static ModelRequest request() {
    Instant now = Instant.now();
    return new ModelRequest(
        now,
        now.plus(TIME),
        Preferences.DEFAULT,
        SystemPrompt.of(now, Preferences.DEFAULT, "", null, null, List.of()),
        List.of(new ModelMessage.FromUser("Bonjour")),
        ToolCatalogue.ALL,
        ModelParameters.DEFAULT);
  }
}
