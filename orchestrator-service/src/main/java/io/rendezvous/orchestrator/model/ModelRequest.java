package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolSpec;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request in the clear. */
public record ModelRequest(
    Instant askedAt,
    Instant deadline,
    Preferences preferences,
    @Nullable String systemPrompt,
    List<ModelMessage> messages,
    List<ToolSpec> tools,
    ModelParameters parameters) {
  public ModelRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }
}
