package io.rendezvous.orchestrator.model.openai;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
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

/** A provider with OpenAI's wire; every call streams over one shared client. */
public final class OpenAiModel implements ChatModel, AutoCloseable {
  /** As it stands in the usage of answers. */
  public static final String PROVIDER = "openai";

  private final OpenAiSettings settings;
  private final OpenAiStreamingChatModel model;
  private final InstantSource clock;
  private final Map<ToolSpec, ToolSpecification> tools = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http;

  public OpenAiModel(OpenAiSettings settings, InstantSource clock) {
    String key = settings.apiKey();
    if (key == null) {
      throw new IllegalArgumentException(
          "Expected a key for the model provider openai in OPENAI_API_KEY, but found none");
    }
    this.settings = settings;
    this.clock = clock;
    this.model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(new TransportBuilder(settings.idleTimeout()))
            .baseUrl(settings.address())
            .apiKey(key)
            .modelName(settings.modelName())
            .temperature(settings.temperature())
            .maxTokens(settings.maxTokens())
            .build();
    this.http =
        HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).executor(threads).build();
  }

  @Override
  public ModelReply answer(ModelRequest request, Consumer<String> text)
      throws ModelException, InterruptedException {
    var usage = new ProviderUsage(settings.modelName(), System.nanoTime());
    var stream =
        new ProviderStream(
            http,
            StreamLimits.of(
                settings.idleTimeout(),
                Duration.between(clock.instant(), request.deadline()),
                settings.maxBytes().toBytes()));
    var answer = new StreamedAnswer(text, stream::stop);
    ChatRequest asked =
        ChatRequest.builder()
            .messages(OpenAiMessages.of(request))
            .toolSpecifications(request.tools().stream().map(this::tool).toList())
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
    return tools.computeIfAbsent(spec, OpenAiTools::of);
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdownNow();
  }
}
