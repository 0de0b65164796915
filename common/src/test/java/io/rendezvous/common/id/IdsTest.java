package io.rendezvous.common.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdsTest {
  private static final UserId ANA = new UserId("u-ana");
  private static final UserId BOB = new UserId("u-bob");
  private final OwnerMarks marks = new OwnerMarks(new byte[32]);

  @Test
  void the_same_seed_is_the_same_conversation_of_its_owner_alone() {
    ConversationId conversation = marks.mint(ANA, "key");
    assertThat(marks.mint(ANA, "key")).isEqualTo(conversation);
    assertThat(marks.mint(BOB, "key")).isNotEqualTo(conversation);
    assertThat(marks.owns(ANA, conversation)).isTrue();
    assertThat(marks.owns(BOB, conversation)).isFalse();
  }

  @Test
  void a_mark_of_another_installation_does_not_match() {
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new OwnerMarks(other).owns(ANA, marks.mint(ANA, "key"))).isFalse();
  }

  @Test
  void every_id_leads_to_its_conversation() {
    ConversationId conversation = marks.mint(ANA, "key");
    TurnId turn = TurnId.of(conversation, "prompt");
    CallId call = CallId.of(turn, 3, 0);
    assertThat(turn.conversation()).isEqualTo(conversation);
    assertThat(call.turn()).isEqualTo(turn);
    assertThat(call.conversation()).isEqualTo(conversation);
  }

  @Test
  void refuses_what_is_no_id() {
    assertThatThrownBy(() -> new ConversationId("../c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TurnId(marks.mint(ANA, "key").value()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserId("Ana")).isInstanceOf(IllegalArgumentException.class);
  }
}
