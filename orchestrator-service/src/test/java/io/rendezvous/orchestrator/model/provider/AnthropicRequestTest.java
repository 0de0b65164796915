package io.rendezvous.orchestrator.model.provider;

import static io.rendezvous.orchestrator.model.provider.ProviderCalls.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.testsupport.ScriptedAnswer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AnthropicRequestTest {
  private final ProviderCalls calls = new ProviderCalls(Provider.ANTHROPIC);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  void sends_the_parameters_that_it_has() throws Exception {
    JsonNode sent = send(new ModelParameters(0.4, null, 1.0, 1.0, 500, List.of("FIN")));
    assertThat(sent.get("temperature").doubleValue()).isEqualTo(0.4);
    assertThat(sent.get("max_tokens").intValue()).isEqualTo(500);
    assertThat(sent.at("/stop_sequences/0").stringValue()).isEqualTo("FIN");
    assertThat(sent.has("frequency_penalty") || sent.has("presence_penalty")).isFalse();
  }

  @Test
  void sends_no_temperature_beside_a_chosen_share_of_likely_words() throws Exception {
    JsonNode sent = send(new ModelParameters(0.2, 0.9, null, null, 500, List.of()));
    assertThat(sent.get("top_p").doubleValue()).isEqualTo(0.9);
    assertThat(sent.has("temperature")).isFalse();
  }

  @Test
  void asks_for_no_cache_whose_writing_costs_more() throws Exception {
    assertThat(send(ModelParameters.DEFAULT).toString()).doesNotContain("cache_control");
  }

  private JsonNode send(ModelParameters parameters) throws Exception {
    calls.server.then(ScriptedAnswer.saying("Oui"));
    calls.model.answer(request(parameters), _ -> {});
    return calls.server.requests().getLast().json();
  }
}
