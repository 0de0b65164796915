package io.rendezvous.gateway.prompt;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A prompt as a client writes it. */
record PromptBody(
    @Nullable String text,
    @Nullable String conversationId,
    @Nullable String audioUrl,
    @Nullable String policy,
    @Nullable JsonNode parameters) {}
