package io.rendezvous.orchestrator.model.provider;

import static io.rendezvous.orchestrator.model.provider.ProviderCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.tool.ToolSpec;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelMessage.FromAssistant;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import io.rendezvous.testsupport.ScriptedAnswer;
import io.rendezvous.testsupport.ScriptedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenAiRequestTest {
  private static final TurnId TURN =
      TurnId.of(new OwnerMarks(new byte[32]).mint(new UserId("u-ana"), "one"), "key");

  private final ProviderCalls calls = new ProviderCalls(Provider.OPENAI);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void asks_for_a_stream_with_usage_within_the_settings() throws Exception {
    ScriptedRequest sent = send(request());
    assertThat(sent.path()).isEqualTo("/v1/chat/completions");
    assertThat(sent.headers()).containsEntry("authorization", "Bearer " + ProviderCalls.KEY);
    JsonNode json = sent.json();
    assertThat(json.at("/model").stringValue()).isEqualTo("some-model");
    assertThat(json.at("/stream").booleanValue()).isTrue();
    assertThat(json.at("/stream_options/include_usage").booleanValue()).isTrue();
    assertThat(json.at("/max_tokens").intValue()).isEqualTo(1024);
    assertThat(json.at("/temperature").doubleValue()).isEqualTo(0.2);
  }

  @Test
  void sends_long_text_of_any_script_whole() throws Exception {
    String text = "déjeuner 14 € 🍜 ".repeat(5_000);
    JsonNode messages =
        send(request(Duration.ofMinutes(1), new FromUser(text))).json().get("messages");
    assertThat(messages.at("/1/content").stringValue()).isEqualTo(text);
  }

  @Test
  void shows_every_tool_with_its_schema_as_written() throws Exception {
    JsonNode tools = send(request()).json().get("tools");
    assertThat(tools.size()).isEqualTo(ToolCatalogue.ALL.size());
    for (int i = 0; i < tools.size(); i++) {
      ToolSpec spec = ToolCatalogue.ALL.get(i);
      JsonNode function = tools.get(i).get("function");
      assertThat(function.get("name").stringValue()).isEqualTo(spec.name());
      assertThat(function.get("description").stringValue()).isEqualTo(spec.description());
      var schema = (ObjectNode) Json.MAPPER.readTree(spec.inputSchema());
      schema.remove("additionalProperties");
      // Of a tool that needs no arguments this is written, too.
      schema.withObjectProperty("properties");
      schema.withArrayProperty("required");
      assertThat(function.get("parameters")).isEqualTo(schema);
    }
  }

  @Test
  void pairs_past_calls_with_their_results_by_short_ids() throws Exception {
    CallId first = CallId.of(TURN, 1, 0);
    CallId second = CallId.of(TURN, 1, 1);
    JsonNode messages =
        send(request(
                Duration.ofMinutes(1),
                new FromUser("Déjeuner vendredi ?"),
                new FromAssistant(
                    null,
                    List.of(
                        new ModelToolCall(first, "create_event", "{\"title\":\"Déjeuner\"}"),
                        new ModelToolCall(second, "delete event!", "not json"))),
                new FromTool(first, "create_event", "{\"id\":\"e1\"}", true),
                new FromTool(second, "delete event!", "no such tool", false)))
            .json()
            .get("messages");
    assertThat(messages.at("/0/role").stringValue()).isEqualTo("system");
    assertThat(messages.at("/1/content").stringValue()).isEqualTo("Déjeuner vendredi ?");
    JsonNode asked = messages.at("/2/tool_calls");
    assertThat(asked.at("/0/id").stringValue()).hasSizeLessThanOrEqualTo(40);
    assertThat(asked.at("/0/function/arguments").stringValue())
        .isEqualTo("{\"title\":\"Déjeuner\"}");
    assertThat(asked.at("/1/function/name").stringValue()).isEqualTo("delete_event_");
    assertThat(asked.at("/1/function/arguments").stringValue()).isEqualTo("{}");
    assertThat(messages.at("/3/tool_call_id")).isEqualTo(asked.at("/0/id"));
    assertThat(messages.at("/3/content").stringValue()).isEqualTo("{\"id\":\"e1\"}");
    assertThat(messages.at("/4/tool_call_id")).isEqualTo(asked.at("/1/id"));
    assertThat(messages.at("/4/content").stringValue()).isEqualTo("No success: no such tool");
    assertThat(asked.at("/0/id")).isNotEqualTo(asked.at("/1/id"));
  }

  @Test
  void what_a_server_does_not_count_is_estimated() throws Exception {
    calls.server.then(
        ScriptedAnswer.stream()
            .text("Oui, demain.")
            .data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
            .data("[DONE]"));
    var usage = calls.model.answer(request(), _ -> {}).usage();
    assertThat(usage.estimated()).isTrue();
    assertThat(usage.inputTokens()).isGreaterThan(100);
    assertThat(usage.outputTokens()).isEqualTo(3);
  }

  private ScriptedRequest send(ModelRequest request) throws Exception {
    calls.server.then(ScriptedAnswer.saying("Oui"));
    calls.model.answer(request, _ -> {});
    return calls.server.requests().getLast();
  }
}
