package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.orchestrator.model.ChatModel;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One model of a provider; every call is streamed. */
public final class ProviderModel implements ChatModel {
  private final ProviderAccess access;
  private final Wire wire;
  private final StreamingChatModel model;
  private final ProviderHttp http;
  private final InstantSource clock;
  private final Map<ToolSpec, ToolSpecification> tools = new ConcurrentHashMap<>();

  public ProviderModel(ProviderAccess access, ProviderHttp http, InstantSource clock) {
    this.access = access;
    this.wire = access.provider().wire();
    this.http = http;
    this.clock = clock;
    this.model = wire.model(access, new TransportBuilder(access.limits().idle()));
  }

  @Override
  public ModelReply answer(ModelRequest request, Consumer<String> text) throws ModelException {
    var usage = new ProviderUsage(access, System.nanoTime());
    var stream = new ProviderStream(http.client(), wire, limits(request));
    var answer = new StreamedAnswer(wire, text, stream::stop);
    try {
      prepare(stream, chatRequest(request), answer);
      stream.run();
      stream.requireEnded();
      return answer.reply(request, usage);
    } catch (ModelException failure) {
      throw failure.usage() == null && isPaid(stream, failure)
          ? failure.costing(usage.estimate(request, answer.characters()))
          : failure;
    }
  }

  /** Whoever began to answer will ask to be paid, and so may who was still thinking. */
  private static boolean isPaid(ProviderStream stream, ModelException failure) {
    boolean mayThink =
        failure.reason() == ModelFailure.TIMED_OUT || failure.reason() == ModelFailure.STOPPED;
    return stream.hasBegun() || (stream.wasSent() && mayThink);
  }

  private StreamLimits limits(ModelRequest request) {
    return StreamLimits.of(access.limits(), Duration.between(clock.instant(), request.deadline()));
  }

  private ChatRequest chatRequest(ModelRequest request) {
    var withTools =
        ChatRequestParameters.builder()
            .toolSpecifications(request.tools().stream().map(this::tool).toList())
            .build();
    return ChatRequest.builder()
        .messages(WireMessages.of(request))
        .parameters(wire.parameters(request.parameters()).overrideWith(withTools))
        .build();
  }

  /**
   * On a thread that ends with it: langchain4j writes the request with buffers that it keeps for
   * each thread, 30 KB or so for as long as the model thinks.
   */
  private void prepare(ProviderStream stream, ChatRequest asked, StreamedAnswer answer)
      throws ModelException {
    Future<?> prepared =
        http.threads()
            .submit(
                () ->
                    ScopedValue.where(CallersStream.STREAM, stream)
                        .run(() -> model.chat(asked, answer)));
    try {
      prepared.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected to write a request, but could not", e.getCause());
    } catch (InterruptedException e) {
      throw ModelException.stopped();
    }
  }

  private ToolSpecification tool(ToolSpec spec) {
    return tools.computeIfAbsent(spec, wire::tool);
  }
}
