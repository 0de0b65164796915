package io.rendezvous.orchestrator.model.provider;

import static java.util.Objects.requireNonNullElse;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.common.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code streamGenerateContent} of Google's Gemini. */
final class GeminiWire implements Wire {
  private static final String REASON = "\"finishReason\"";

  /** Models of this family think unless told otherwise, at the cost of the longest answer. */
  private static final String THINKS_BY_DEFAULT = "gemini-2.5-flash";

  @Override
  public StreamingChatModel model(ProviderAccess access, HttpClientBuilder transport) {
    var model =
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(transport)
            .baseUrl(access.baseUrl())
            .apiKey(access.apiKey())
            .modelName(access.model())
            .customHeaders(access.headers());
    if (access.model().startsWith(THINKS_BY_DEFAULT)) {
      model.thinkingConfig(GeminiThinkingConfig.builder().thinkingBudget(0).build());
    }
    return model.build();
  }

  /** No penalties: the newer models refuse them. */
  @Override
  public ChatRequestParameters parameters(ModelParameters wanted) {
    return WireParameters.of(wanted).build();
  }

  /** Roles must take turns: the results of calls that were made together are one content. */
  @Override
  public String body(String written) {
    ObjectNode request = (ObjectNode) Json.MAPPER.readTree(written);
    var merged = Json.MAPPER.createArrayNode();
    for (JsonNode content : request.path("contents")) {
      JsonNode last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.path("role").equals(content.path("role"))) {
        ((ArrayNode) last.get("parts")).addAll((ArrayNode) content.get("parts"));
      } else {
        merged.add(content);
      }
    }
    return request.set("contents", merged).toString();
  }

  /** A call makes langchain4j take an answer for whole that broke off after it. */
  @Override
  public boolean needsEndMark() {
    return true;
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
