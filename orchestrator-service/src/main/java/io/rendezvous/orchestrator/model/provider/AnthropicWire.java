package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolSpec;

/** The Messages API of Anthropic, which has no penalties. */
final class AnthropicWire implements Wire {
  private static final String END_MARK = "message_stop";

  @Override
  public StreamingChatModel model(ProviderAccess access, HttpClientBuilder transport) {
    return AnthropicStreamingChatModel.builder()
        .httpClientBuilder(transport)
        .baseUrl(access.baseUrl())
        .apiKey(access.apiKey())
        .modelName(access.model())
        .customHeaders(access.headers())
        .build();
  }

  /** Newer models refuse a temperature beside {@code top_p}. */
  @Override
  public ChatRequestParameters parameters(ModelParameters wanted) {
    var parameters = WireParameters.of(wanted);
    if (wanted.topP() != null) {
      parameters.temperature(null);
    }
    return parameters.build();
  }

  @Override
  public ToolSpecification tool(ToolSpec spec) {
    return RawSchemas.of(spec);
  }

  @Override
  public boolean isEnd(ServerSentEvent event) {
    return END_MARK.equals(event.event());
  }

  /** A refusal. */
  @Override
  public ModelFailure unnamedEnding() {
    return ModelFailure.FILTERED;
  }

  /** Anthropic counts apart what it reads from its cache, and what it writes there. */
  @Override
  public int inputTokens(TokenUsage usage) {
    int counted = requireNonNullElse(usage.inputTokenCount(), 0) + cachedTokens(usage);
    return usage instanceof AnthropicTokenUsage own
        ? counted + requireNonNullElse(own.cacheCreationInputTokens(), 0)
        : counted;
  }

  @Override
  public int cachedTokens(TokenUsage usage) {
    return usage instanceof AnthropicTokenUsage own
        ? requireNonNullElse(own.cacheReadInputTokens(), 0)
        : 0;
  }
}
