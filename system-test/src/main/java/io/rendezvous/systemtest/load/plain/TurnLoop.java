package io.rendezvous.systemtest.load.plain;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.orchestrator.model.ChatModel;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import io.rendezvous.orchestrator.prompt.SystemPrompt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks the model, runs what it calls, asks again, until it only says something. */
final class TurnLoop {
  private static final Duration TURN_TIME = Duration.ofMinutes(5);

  private final ChatModel model;
  private final Memory memory;
  private final CalendarReader calendar;

  /** Each turn with the product's own way to the model: langchain4j over one stream a thread. */
  TurnLoop(ChatModel model, Memory memory, CalendarReader calendar) {
    this.model = model;
    this.memory = memory;
    this.calendar = calendar;
  }

  void run(ConversationId conversation, TurnId turn, String prompt, Telling client)
      throws IOException, InterruptedException, ModelException {
    memory.append(conversation.value(), Line.user(prompt));
    for (int round = 1; ; round++) {
      ModelReply reply = model.answer(request(conversation), client::text);
      if (reply.calls().isEmpty()) {
        String text = reply.text() == null ? "" : reply.text();
        memory.append(conversation.value(), Line.assistant(text));
        client.message(text);
        return;
      }
      int index = 0;
      for (ModelToolCall call : reply.calls()) {
        String id = CallId.of(turn, round, index++).value();
        memory.append(conversation.value(), Line.call(id, call.name(), call.arguments()));
        client.tool("tool.started", call.name());
        String result = calendar.list(conversation.value());
        memory.append(conversation.value(), Line.result(id, call.name(), result));
        client.tool("tool.finished", call.name());
      }
    }
  }

  private ModelRequest request(ConversationId conversation) {
    var messages = new ArrayList<ModelMessage>();
    for (Line line : memory.latest(conversation.value())) {
      messages.add(message(line));
    }
    // What is left of a turn whose beginning is no longer shown would be refused.
    while (!(messages.getFirst() instanceof ModelMessage.FromUser)) {
      messages.removeFirst();
    }
    Instant now = Instant.now();
    return new ModelRequest(
        now,
        now.plus(TURN_TIME),
        Preferences.DEFAULT,
        SystemPrompt.of(now, Preferences.DEFAULT, "", null, null, List.of()),
        messages,
        ToolCatalogue.ALL,
        ModelParameters.DEFAULT);
  }

  private static ModelMessage message(Line line) {
    String call = line.call();
    String tool = line.tool();
    if (call == null || tool == null) {
      return line.role().equals("user")
          ? new ModelMessage.FromUser(line.text())
          : new ModelMessage.FromAssistant(line.text(), List.of());
    }
    var id = new CallId(call);
    return line.role().equals("call")
        ? new ModelMessage.FromAssistant(null, List.of(new ModelToolCall(id, tool, line.text())))
        : new ModelMessage.FromTool(id, tool, line.text(), true);
  }
}
