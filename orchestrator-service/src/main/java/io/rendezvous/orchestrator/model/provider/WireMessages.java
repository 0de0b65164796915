package io.rendezvous.orchestrator.model.provider;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The messages of a request as langchain4j takes them. */
final class WireMessages {
  private WireMessages() {}

  static List<ChatMessage> of(ModelRequest request) {
    var messages = new ArrayList<ChatMessage>();
    messages.add(SystemMessage.from(request.systemPrompt()));
    request.messages().forEach(message -> messages.add(of(message)));
    return messages;
  }

  private static ChatMessage of(ModelMessage message) {
    return switch (message) {
      case ModelMessage.FromUser(var text) -> UserMessage.from(text);
      case ModelMessage.FromService(var text, _) -> UserMessage.from(text);
      case ModelMessage.FromAssistant(var text, var calls) ->
          AiMessage.builder()
              .text(text)
              .toolExecutionRequests(calls.stream().map(WireMessages::of).toList())
              .build();
      case ModelMessage.FromTool(var call, var name, var result, var ok) ->
          // The wire has no mark for failure.
          ToolExecutionResultMessage.from(
              id(call), name(name), ok ? result : "No success: " + result);
    };
  }

  private static ToolExecutionRequest of(ModelToolCall call) {
    return ToolExecutionRequest.builder()
        .id(id(call.id()))
        .name(name(call.name()))
        .arguments(object(call.arguments()))
        .build();
  }

  /** Providers take ids of at most 40 characters; ours are longer. */
  private static String id(@Nullable CallId call) {
    if (call == null) {
      throw new IllegalArgumentException("Expected the id of a past tool call, but it has none");
    }
    return "call_" + Ids.derive(call.value());
  }

  /** A name that a model made up must not make the provider refuse the whole conversation. */
  private static String name(String name) {
    return name.isEmpty() ? "_" : name.replaceAll("[^a-zA-Z0-9_-]", "_");
  }

  /** Nor must arguments that are no JSON; the tool's answer tells what was wrong with them. */
  private static String object(String arguments) {
    try {
      return Json.MAPPER.readTree(arguments).isObject() ? arguments : "{}";
    } catch (JacksonException e) {
      return "{}";
    }
  }
}
