package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.orchestrator.model.ChatModel;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One model of a provider; every call streams over one shared client. */
public final class ProviderModel implements ChatModel, AutoCloseable {
  private final ProviderAccess access;
  private final Wire wire;
  private final StreamingChatModel model;
  private final InstantSource clock;
  private final Map<ToolSpec, ToolSpecification> tools = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  public ProviderModel(ProviderAccess access, InstantSource clock) {
    this.access = access;
    this.wire = access.provider().wire();
    this.clock = clock;
    this.model = wire.model(access, new TransportBuilder(access.limits().idle()));
    this.http =
        HttpClient.newBuilder().connectTimeout(access.connectTimeout()).executor(threads).build();
  }

  @Override
  public ModelReply answer(ModelRequest request, Consumer<String> text)
      throws ModelException, InterruptedException {
    var usage = new ProviderUsage(access, System.nanoTime());
    var stream =
        new ProviderStream(
            http,
            wire,
            StreamLimits.of(
                access.limits(), Duration.between(clock.instant(), request.deadline())));
    var answer = new StreamedAnswer(text, stream::stop);
    ChatRequest asked =
        ChatRequest.builder()
            .messages(WireMessages.of(request))
            .parameters(
                wire.parameters(request.parameters())
                    .overrideWith(
                        dev.langchain4j.model.chat.request.ChatRequestParameters.builder()
                            .toolSpecifications(request.tools().stream().map(this::tool).toList())
                            .build()))
            .build();
    prepare(stream, asked, answer);
    stream.run();
    stream.requireEnded();
    return answer.reply(usage);
  }

  /**
   * On a thread that ends with it: langchain4j writes the request with buffers that it keeps for
   * each thread, 30 KB or so for as long as the model thinks.
   */
  private void prepare(ProviderStream stream, ChatRequest asked, StreamedAnswer answer)
      throws InterruptedException {
    Future<?> prepared =
        threads.submit(
            () ->
                ScopedValue.where(CallersStream.STREAM, stream)
                    .run(() -> model.chat(asked, answer)));
    try {
      prepared.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected to write a request, but could not", e.getCause());
    }
  }

  private ToolSpecification tool(ToolSpec spec) {
    return tools.computeIfAbsent(spec, wire::tool);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
