package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.output.TokenUsage;
import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolSpec;

/** What differs between the protocols of providers. */
interface Wire {
  /** A model that sends over this transport. */
  StreamingChatModel model(ProviderAccess access, HttpClientBuilder transport);

  /** The parameters that this protocol has. */
  ChatRequestParameters parameters(ModelParameters wanted);

  ToolSpecification tool(ToolSpec spec);

  /** Whether the answer is whole with this event, whatever becomes of the connection then. */
  boolean isEnd(ServerSentEvent event);

  /** Whether nothing but the mark tells an answer that is whole from one that ended early. */
  default boolean needsEndMark() {
    return false;
  }

  /** The request as this provider takes it, of what langchain4j wrote. */
  default String body(String written) {
    return written;
  }

  /** What an ending means that langchain4j has no name for. */
  ModelFailure unnamedEnding();

  /** Input tokens in all, those from a cache among them. */
  int inputTokens(TokenUsage usage);

  int cachedTokens(TokenUsage usage);
}
