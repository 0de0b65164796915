package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolSpec;

/** Chat completions of OpenAI, which many others speak. */
final class OpenAiWire implements Wire {
  private static final String END_MARK = "[DONE]";

  @Override
  public StreamingChatModel model(ProviderAccess access, HttpClientBuilder transport) {
    return OpenAiStreamingChatModel.builder()
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
    return RawSchemas.of(spec);
  }

  @Override
  public boolean isEnd(ServerSentEvent event) {
    return END_MARK.equals(event.data());
  }

  @Override
  public ModelFailure unnamedEnding() {
    return ModelFailure.INCOMPLETE;
  }

  @Override
  public int inputTokens(TokenUsage usage) {
    return requireNonNullElse(usage.inputTokenCount(), 0);
  }

  @Override
  public int cachedTokens(TokenUsage usage) {
    return usage instanceof OpenAiTokenUsage openAi && openAi.inputTokensDetails() != null
        ? requireNonNullElse(openAi.inputTokensDetails().cachedTokens(), 0)
        : 0;
  }
}
