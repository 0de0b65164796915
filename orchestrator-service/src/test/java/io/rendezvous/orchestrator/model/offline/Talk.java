package io.rendezvous.orchestrator.model.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelMessage.FromAssistant;
import io.rendezvous.orchestrator.model.ModelMessage.FromService;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import io.rendezvous.orchestrator.model.check.Correction;
import io.rendezvous.orchestrator.model.check.Evidence;
import io.rendezvous.orchestrator.model.check.Success;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays a script against the model, which sees the messages so far and nothing else. */
final class Talk {
  /** A Friday, at 10 in Paris. */
  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private static final TurnId TURN =
      TurnId.of(new ConversationId("c0123456789abcdef-0123456789abcdef"), "key");

  private final List<ModelMessage> messages = new ArrayList<>();
  private final Set<Success> done = new HashSet<>();
  private Locale language = Locale.FRENCH;
  private CallId call = CallId.of(TURN, 1, 0);
  private String tool = "";
  private int round;

  void play(Script script) throws ModelException {
    for (Script.Line line : script.lines()) {
      play(line);
    }
  }

  private void play(Script.Line line) throws ModelException {
    String what = new Calendar(language).fill(line.what());
    switch (line.who()) {
      case "prefers" -> language = Locale.forLanguageTag(what);
      case "user" -> messages.add(new FromUser(what));
      case "calls" -> expectCall(line, what);
      case "asked" ->
          called(what.substring(0, what.indexOf(' ')), what.substring(what.indexOf(' ')));
      case "tool" -> {
        messages.add(new FromTool(call, tool, what, true));
        done.add(new Success(tool, false));
      }
      case "fails" -> messages.add(new FromTool(call, tool, what, false));
      case "undone" -> {
        messages.add(new FromService(what, true));
        done.add(new Success(ToolCatalogue.UNDO_TURN, false));
      }
      case "not undone" -> messages.add(new FromService(what, false));
      case "says" -> expectText(line, what);
      default -> throw new IllegalArgumentException("Expected a known line, but found " + line);
    }
  }

  private void expectCall(Script.Line line, String what) throws ModelException {
    ModelReply reply = reply();
    assertThat(reply.text()).as("%s", line).isNull();
    assertThat(reply.calls()).as("%s", line).hasSize(1);
    ModelToolCall wanted = reply.calls().getFirst();
    String json = what.substring(what.indexOf(' '));
    assertThat(wanted.name() + " " + arguments(wanted.arguments()))
        .as("%s", line)
        .isEqualTo(what.substring(0, what.indexOf(' ')) + " " + arguments(json));
    called(wanted.name(), wanted.arguments());
  }

  /** An empty list says as much as none. */
  private static JsonNode arguments(String json) {
    var arguments = (ObjectNode) Json.MAPPER.readTree(json);
    arguments.removeIf(argument -> argument.isArray() && argument.isEmpty());
    return arguments;
  }

  private void called(String name, String arguments) {
    call = CallId.of(TURN, ++round, 0);
    tool = name;
    messages.add(new FromAssistant(null, List.of(new ModelToolCall(call, name, arguments))));
  }

  private void expectText(Script.Line line, String what) throws ModelException {
    ModelReply reply = reply();
    assertThat(reply.calls()).as("%s", line).isEmpty();
    assertThat(reply.text()).as("%s", line).isNotNull();
    if (what.endsWith("…")) {
      assertThat(reply.text()).as("%s", line).startsWith(what.substring(0, what.length() - 1));
    } else {
      assertThat(reply.text()).as("%s", line).isEqualTo(what);
    }
    assertThat(Correction.isNeeded(reply.text(), new Evidence("", done, Set.of())))
        .as("claims what no tool has done: %s", line)
        .isFalse();
    messages.add(new FromAssistant(reply.text(), List.of()));
  }

  private ModelReply reply() throws ModelException {
    var streamed = new StringBuilder();
    ModelReply reply = new OfflineModel().answer(request(messages, language), streamed::append);
    assertThat(streamed.toString()).isEqualTo(reply.text() == null ? "" : reply.text());
    return reply;
  }

  static ModelRequest request(List<ModelMessage> messages, Locale language) {
    return new ModelRequest(
        NOW,
        NOW.plusSeconds(60),
        Preferences.of(language, null),
        "",
        messages,
        ToolCatalogue.ALL,
        ModelParameters.DEFAULT);
  }
}
