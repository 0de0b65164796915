package io.rendezvous.orchestrator.model.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.model.ModelFailure;
import io.rendezvous.common.model.ModelParameters;
import io.rendezvous.common.model.Usage;
import io.rendezvous.common.wire.Json;
import io.rendezvous.orchestrator.model.ModelException;
import io.rendezvous.orchestrator.model.ModelMessage;
import io.rendezvous.orchestrator.model.ModelMessage.FromUser;
import io.rendezvous.orchestrator.model.ModelReply;
import io.rendezvous.orchestrator.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfflineModelTest {
  private final OfflineModel model = new OfflineModel();

  static List<Script> scripts() {
    return Script.read("conversations.txt");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void plays(Script script) throws ModelException {
    new Talk().play(script);
  }

  @Test
  void streams_word_by_word() throws ModelException {
    var pieces = new ArrayList<String>();
    ModelReply reply = model.answer(request("merci"), pieces::add);
    assertThat(pieces).containsExactly("Avec ", "plaisir.");
    assertThat(reply.text()).isEqualTo("Avec plaisir.");
  }

  @Test
  void counts_words_as_tokens() throws ModelException {
    Usage usage = model.answer(request("merci beaucoup"), _ -> {}).usage();
    assertThat(usage.provider()).isEqualTo("offline");
    assertThat(usage.model()).isEqualTo("rendezvous-offline-1");
    assertThat(usage.inputTokens()).isEqualTo(2);
    assertThat(usage.outputTokens()).isEqualTo(2);
  }

  @Test
  void stops_when_interrupted() {
    var pieces = new ArrayList<String>();
    assertThatThrownBy(
            () ->
                model.answer(
                    request("bonjour"),
                    piece -> {
                      pieces.add(piece);
                      Thread.currentThread().interrupt();
                    }))
        .isInstanceOfSatisfying(
            ModelException.class,
            stopped -> assertThat(stopped.reason()).isEqualTo(ModelFailure.STOPPED));
    assertThat(pieces).hasSize(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void calls_no_tool_that_is_not_offered() throws ModelException {
    ModelRequest all = request("Qu'est-ce que j'ai demain ?");
    var none =
        new ModelRequest(
            all.askedAt(),
            all.deadline(),
            all.preferences(),
            "",
            all.messages(),
            List.of(),
            ModelParameters.DEFAULT);
    ModelReply reply = model.answer(none, _ -> {});
    assertThat(reply.calls()).isEmpty();
    assertThat(reply.text()).startsWith("Désolé");
  }

  @Test
  void answers_a_request_without_a_prompt() throws ModelException {
    assertThat(model.answer(Talk.request(List.of(), Locale.FRENCH), _ -> {}).text()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.rendezvous.orchestrator.model.offline.RandomTalk#seeds")
  void answers_anything(long seed) throws ModelException {
    List<ModelMessage> messages = RandomTalk.of(seed);
    var streamed = new StringBuilder();
    ModelRequest request = Talk.request(messages, seed % 3 == 0 ? Locale.ENGLISH : Locale.FRENCH);
    ModelReply reply = model.answer(request, streamed::append);
    ModelReply again = model.answer(request, _ -> {});
    assertThat(again.text()).isEqualTo(reply.text());
    assertThat(again.calls()).isEqualTo(reply.calls());
    if (reply.calls().isEmpty()) {
      assertThat(reply.text()).isNotBlank().isEqualTo(streamed.toString());
    } else {
      assertThat(Json.MAPPER.readTree(reply.calls().getFirst().arguments()).isObject()).isTrue();
    }
  }

  private static ModelRequest request(String prompt) {
    return Talk.request(List.of(new FromUser(prompt)), Locale.FRENCH);
  }
}
