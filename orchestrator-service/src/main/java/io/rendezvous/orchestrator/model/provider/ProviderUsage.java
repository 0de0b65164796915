package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.Usage;
import java.time.Duration;

/** What a call took, from when it began. */
record ProviderUsage(ProviderAccess access, long beganNanos) {
  Usage of(ChatResponse response) {
    TokenUsage tokens = response.tokenUsage();
    String name = response.modelName();
    Wire wire = access.provider().wire();
    return new Usage(
        access.provider().label(),
        name == null || name.isBlank() ? access.model() : name,
        tokens == null ? 0 : wire.inputTokens(tokens),
        tokens == null ? 0 : wire.cachedTokens(tokens),
        tokens == null ? 0 : requireNonNullElse(tokens.outputTokenCount(), 0),
        Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
  }
}
