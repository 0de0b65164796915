package io.rendezvous.gateway.prompt;

import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.model.ModelParameters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A prompt that is valid.
 *
 * @param policy null leaves it to the user's preferences
 */
record Prompt(
    String text,
    @Nullable String audioUrl,
    @Nullable PromptPolicy policy,
    ModelParameters parameters) {
  /** The same for prompts that mean the same. */
  String canonical(JsonMapper json) {
    return json.writeValueAsString(this);
  }
}
