package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.model.ModelPurpose;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.orchestrator.model.check.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The request in the clear.
 *
 * @param systemPrompt what the model is told before the messages
 * @param evidence what the answer is checked against
 */
public record ModelRequest(
    ModelPurpose purpose,
    Instant askedAt,
    Instant deadline,
    Preferences preferences,
    String systemPrompt,
    List<ModelMessage> messages,
    List<ToolSpec> tools,
    ModelParameters parameters,
    Evidence evidence) {
  public ModelRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /** A turn's next step, which is not checked against anything. */
  public ModelRequest(
      Instant askedAt,
      Instant deadline,
      Preferences preferences,
      String systemPrompt,
      List<ModelMessage> messages,
      List<ToolSpec> tools,
      ModelParameters parameters) {
    this(
        ModelPurpose.ANSWER,
        askedAt,
        deadline,
        preferences,
        systemPrompt,
        messages,
        tools,
        parameters,
        Evidence.NONE);
  }

  /** The same, with word of what was wrong with the last answer. */
  ModelRequest corrected(String word) {
    var more = new ArrayList<>(messages);
    more.add(new ModelMessage.FromUser(word));
    return new ModelRequest(
        purpose, askedAt, deadline, preferences, systemPrompt, more, tools, parameters, evidence);
  }
}
