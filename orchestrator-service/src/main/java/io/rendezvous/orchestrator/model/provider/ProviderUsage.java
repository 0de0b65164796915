package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.Usage;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a call took, from when it began. */
record ProviderUsage(ProviderAccess access, long beganNanos) {
  /** Of French or English text, about. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** What the provider says; null where it does not. */
  @Nullable Usage of(ChatResponse response) {
    TokenUsage tokens = response.tokenUsage();
    if (tokens == null || requireNonNullElse(tokens.inputTokenCount(), 0) == 0) {
      return null;
    }
    String name = response.modelName();
    Wire wire = access.provider().wire();
    int input = wire.inputTokens(tokens);
    // What a model has thought is paid like what it says, but by some told in the total only.
    int more = requireNonNullElse(tokens.totalTokenCount(), 0) - input;
    return usage(
        name == null || name.isBlank() ? access.model() : name,
        input,
        wire.cachedTokens(tokens),
        Math.max(requireNonNullElse(tokens.outputTokenCount(), 0), more),
        false);
  }

  /** For an answer of which the provider does not say what it took. */
  Usage estimate(ModelRequest request, int written) {
    long read = request.systemPrompt().length();
    read += request.messages().stream().mapToLong(ModelMessage::characters).sum();
    read += request.tools().stream().mapToLong(tool -> tool.inputSchema().length()).sum();
    return usage(access.model(), tokens(read), 0, tokens(written), true);
  }

  private static long tokens(long characters) {
    return Math.ceilDiv(characters, CHARACTERS_PER_TOKEN);
  }

  private Usage usage(String model, long input, long cached, long output, boolean estimated) {
    return new Usage(
        access.provider().label(),
        model,
        input,
        cached,
        output,
        access.prices().nanos(input, cached, output),
        estimated,
        Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
  }
}
