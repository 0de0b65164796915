package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolSpec;

/** {@code streamGenerateContent} of Google's Gemini. */
final class GeminiWire implements Wire {
  private static final String REASON = "\"finishReason\"";

  @Override
  public StreamingChatModel model(ProviderAccess access, HttpClientBuilder transport) {
    return GoogleAiGeminiStreamingChatModel.builder()
        .httpClientBuilder(transport)
        .baseUrl(access.baseUrl())
        .apiKey(access.apiKey())
        .modelName(access.model())
        .customHeaders(access.headers())
        .build();
  }

  @Override
  public ChatRequestParameters parameters(ModelParameters wanted) {
    return WireParameters.of(wanted)
        .frequencyPenalty(wanted.frequencyPenalty())
        .presencePenalty(wanted.presencePenalty())
        .build();
  }

  @Override
  public ToolSpecification tool(ToolSpec spec) {
    return TypedSchemas.of(spec);
  }

  /** Nothing marks the end but the last piece's reason, which text cannot hold unescaped. */
  @Override
  public boolean isEnd(ServerSentEvent event) {
    return event.data().contains(REASON);
  }

  /** What it says of a call that it could not write. */
  @Override
  public ModelFailure unnamedEnding() {
    return ModelFailure.MALFORMED;
  }

  @Override
  public int inputTokens(TokenUsage usage) {
    return requireNonNullElse(usage.inputTokenCount(), 0);
  }

  @Override
  public int cachedTokens(TokenUsage usage) {
    return usage instanceof GoogleAiGeminiTokenUsage own
        ? requireNonNullElse(own.cachedContentTokenCount(), 0)
        : 0;
  }
}
