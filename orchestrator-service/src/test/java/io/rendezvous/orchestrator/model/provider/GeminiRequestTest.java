package io.rendezvous.orchestrator.model.provider;

import static io.rendezvous.orchestrator.model.provider.ProviderCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.orchestrator.model.ModelMessage.FromAssistant;
import io.rendezvous.orchestrator.model.ModelMessage.FromTool;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import io.rendezvous.orchestrator.model.ModelRequest;
import io.rendezvous.orchestrator.model.ModelToolCall;
import io.rendezvous.testsupport.ScriptedAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GeminiRequestTest {
  private static final TurnId TURN =
      TurnId.of(new OwnerMarks(new byte[32]).mint(new UserId("u-ana"), "one"), "key");

  private final ProviderCalls calls = new ProviderCalls(Provider.GEMINI);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void results_of_calls_that_were_made_together_are_one_content() throws Exception {
    CallId first = CallId.of(TURN, 1, 0);
    CallId second = CallId.of(TURN, 1, 1);
    JsonNode contents =
        send(request(
                Duration.ofMinutes(1),
                new FromUser("Qu'ai-je demain, et quand suis-je libre ?"),
                new FromAssistant(
                    null,
                    List.of(
                        new ModelToolCall(first, "list_events", "{}"),
                        new ModelToolCall(second, "find_free_time", "{}"))),
                new FromTool(first, "list_events", "{\"events\":[]}", true),
                new FromTool(second, "find_free_time", "{\"free\":[]}", true)))
            .get("contents");
    assertThat(contents.findValuesAsString("role")).containsExactly("user", "model", "user");
    assertThat(contents.get(2).findValuesAsString("name"))
        .containsExactly("list_events", "find_free_time");
  }

  @Test
  void sends_no_parameter_that_it_would_refuse() throws Exception {
    JsonNode sent = send(request(new ModelParameters(0.4, 0.9, 1.0, 1.0, 500, List.of("FIN"))));
    JsonNode config = sent.get("generationConfig");
    assertThat(config.get("temperature").doubleValue()).isEqualTo(0.4);
    assertThat(config.get("topP").doubleValue()).isEqualTo(0.9);
    assertThat(config.get("maxOutputTokens").intValue()).isEqualTo(500);
    assertThat(config.at("/stopSequences/0").stringValue()).isEqualTo("FIN");
    assertThat(config.has("frequencyPenalty") || config.has("presencePenalty")).isFalse();
  }

  @Test
  void what_it_thought_is_paid_too() throws Exception {
    calls.server.then(
        ScriptedAnswer.stream()
            .text("Oui")
            .data(
                """
                {"candidates": [{"content": {"role": "model", "parts": []}, "finishReason": "STOP"}],
                 "usageMetadata": {"promptTokenCount": 15, "candidatesTokenCount": 359,
                                   "thoughtsTokenCount": 661, "totalTokenCount": 1035}}
                """
                    .replace("\n", " ")));
    var usage = calls.model.answer(request(), _ -> {}).usage();
    assertThat(usage.inputTokens()).isEqualTo(15);
    assertThat(usage.outputTokens()).isEqualTo(1_020);
  }

  private JsonNode send(ModelRequest request) throws Exception {
    calls.server.then(ScriptedAnswer.saying("Oui"));
    calls.model.answer(request, _ -> {});
    return calls.server.requests().getLast().json();
  }
}
