package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import io.rendezvous.common.model.ModelParameters;

/** Parameters that every protocol has. */
final class WireParameters {
  private WireParameters() {}

  static DefaultChatRequestParameters.Builder<?> of(ModelParameters wanted) {
    var parameters = DefaultChatRequestParameters.builder();
    parameters
        .temperature(wanted.temperature())
        .topP(wanted.topP())
        .maxOutputTokens(wanted.maxTokens());
    if (!wanted.stop().isEmpty()) {
      parameters.stopSequences(wanted.stop());
    }
    return parameters;
  }
}
