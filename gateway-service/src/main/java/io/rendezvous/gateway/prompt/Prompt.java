package io.rendezvous.gateway.prompt;

import io.rendezvous.common.command.PromptPolicy;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A prompt that is valid. */
record Prompt(String text, @Nullable String audioUrl, PromptPolicy policy) {
  /** The same for prompts that mean the same. */
  String canonical(JsonMapper json) {
    return json.writeValueAsString(this);
  }
}
