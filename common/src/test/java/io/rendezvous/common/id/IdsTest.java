package io.rendezvous.common.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.function.Function;
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
    ApprovalId approval = ApprovalId.of(call);
    assertThat(approval.call()).isEqualTo(call);
    assertThat(approval.turn()).isEqualTo(turn);
    assertThat(approval.conversation()).isEqualTo(conversation);
  }

  @Test
  void refuses_what_is_no_id() {
    assertThatThrownBy(() -> new ConversationId("../c"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TurnId(marks.mint(ANA, "key").value()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new UserId("Ana")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takes_exactly_what_has_the_form() {
    String part = "[0-9a-v]{16}";
    String conversation = "c" + part + "-" + part;
    String turn = conversation + "\\.t" + part;
    Map<Function<String, ?>, String> forms =
        Map.of(
            ConversationId::new,
            conversation,
            TurnId::new,
            turn,
            CallId::new,
            turn + "\\.[0-9]{1,9}\\.[0-9]{1,9}",
            ApprovalId::new,
            turn + "\\.[0-9]{1,9}\\.[0-9]{1,9}\\.a",
            AskId::new,
            part,
            UserId::new,
            "u-[a-z0-9]{1,32}");
    String longest =
        ApprovalId.of(CallId.of(TurnId.of(marks.mint(ANA, "key"), "prompt"), 123_456_789, 0))
            .value();
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String value = mutated(longest, random);
      forms.forEach(
          (id, form) ->
              assertThat(fits(id, value)).as(value + " as " + form).isEqualTo(value.matches(form)));
    }
  }

  /** A piece of it, or a user's id, with now and then a character changed or added. */
  private static String mutated(String id, Random random) {
    int[] ends = {16, 34, 52, id.length() - 2, id.length()};
    String piece =
        switch (random.nextInt(3)) {
          case 0 -> id.substring(0, ends[random.nextInt(5)]);
          case 1 -> id.substring(1, 17);
          default -> "u-" + id.substring(1, 1 + random.nextInt(34)).replace('-', 'w');
        };
    var value = new StringBuilder(piece);
    char c = "0az.-tvwZ/:`".charAt(random.nextInt(12));
    switch (random.nextInt(4)) {
      case 0 -> value.setCharAt(random.nextInt(value.length()), c);
      case 1 -> value.insert(random.nextInt(value.length() + 1), c);
      case 2 -> value.deleteCharAt(random.nextInt(value.length()));
      default -> {}
    }
    return value.toString();
  }

  private static boolean fits(Function<String, ?> id, String value) {
    try {
      return id.apply(value) != null;
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
