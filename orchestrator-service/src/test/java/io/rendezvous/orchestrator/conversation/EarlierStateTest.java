package io.rendezvous.orchestrator.conversation;

import static io.rendezvous.orchestrator.conversation.Scenario.finished;
import static io.rendezvous.orchestrator.conversation.Scenario.prompt;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stored state is a contract: a conversation is read on as an earlier version left it. */
class EarlierStateTest {
  private static final List<String> ADDED =
      List.of(
          "approvals",
          "told",
          "influenced",
          "foreign",
          "action",
          "harmless",
          "origin",
          "arguments",
          "askedAt",
          "kind");

  private final Scenario talk = new Scenario();

  @Test
  void a_turn_that_waits_for_tools_goes_on() {
    talk.booking("t1");
    talk.when(prompt("t2"));
    Conversation read = earlier();
    assertThat(read.queue()).isEqualTo(talk.state().queue());
    assertThat(read.dueTimes()).isEqualTo(talk.state().dueTimes());
    OpenCall call = read.phase().calls().getFirst();
    assertThat(
            new Decider(Limits.DEFAULT)
                .decide(read, finished(call.call(), call.ask()), read.time()))
        .hasSize(2);
  }

  @Test
  void it_may_have_done_something_that_is_to_be_undone() {
    talk.booking("t1");
    assertThat(earlier().phase().running()).get().returns(false, Turn::harmless);
  }

  @Test
  void a_turn_that_waits_for_a_model_has_read_nothing_of_others() {
    talk.when(prompt("t1"));
    assertThat(earlier().phase())
        .isInstanceOfSatisfying(
            Phase.AwaitingModel.class, asked -> assertThat(asked.influenced()).isFalse());
  }

  private Conversation earlier() {
    // Version 2 kept the window beside the head, as every later one does.
    JsonNode state =
        Json.MAPPER.readTree(Json.MAPPER.writeValueAsBytes(talk.state().with(Window.EMPTY)));
    strip(state);
    return Json.MAPPER.treeToValue(state, Conversation.class);
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(ADDED);
      if (object.has("deadline")) {
        object.remove("time");
      }
    }
    node.forEach(EarlierStateTest::strip);
  }
}
