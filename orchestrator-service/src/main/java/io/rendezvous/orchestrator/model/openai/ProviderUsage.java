package io.rendezvous.orchestrator.model.openai;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a call took, from when it began. */
record ProviderUsage(String model, long beganNanos) {
  Usage of(ChatResponse response) {
    TokenUsage tokens = response.tokenUsage();
    String name = response.modelName();
    return new Usage(
        OpenAiModel.PROVIDER,
        name == null || name.isBlank() ? model : name,
        tokens == null ? 0 : count(tokens.inputTokenCount()),
        cached(tokens),
        tokens == null ? 0 : count(tokens.outputTokenCount()),
        Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
  }

  private static long cached(@Nullable TokenUsage tokens) {
    if (tokens instanceof OpenAiTokenUsage openAi && openAi.inputTokensDetails() != null) {
      return count(openAi.inputTokensDetails().cachedTokens());
    }
    return 0;
  }

  private static long count(@Nullable Integer tokens) {
    return requireNonNullElse(tokens, 0);
  }
}
