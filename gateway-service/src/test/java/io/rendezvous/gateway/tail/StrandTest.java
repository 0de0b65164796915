package io.rendezvous.gateway.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ReplyDelta;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrandTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final UserId USER = new UserId("u-ana");
  private static final ConversationId CONVERSATION = new OwnerMarks(new byte[32]).mint(USER, "a");
  private static final TurnId TURN = TurnId.of(CONVERSATION, "k");

  private final Strand strand = new Strand();

  private static Decision decision(long sequence) {
    return decision(sequence, new Event.TurnStarted(TURN, NOW));
  }

  private static Decision decision(long sequence, Event event) {
    return new Decision(
        USER,
        CONVERSATION,
        NOW,
        new CancelTurn(USER, TURN),
        List.of(new NumberedEvent(sequence, event)));
  }

  private static ReplyDelta delta(String attempt, int offset, int characters) {
    return new ReplyDelta(
        USER,
        TURN,
        AskId.of(TURN, 1, "digest"),
        4,
        attempt,
        offset,
        new Personal("sealed", characters, "digest"));
  }

  private List<Integer> offsets(String attempt, int shown) {
    return strand.reply(4, attempt, shown).orElseThrow().pieces().stream()
        .map(ReplyDelta::offset)
        .toList();
  }

  @Test
  void ignores_a_decision_that_comes_twice() {
    assertThat(strand.append(decision(5))).hasSize(1);
    assertThat(strand.append(decision(5))).isEmpty();
    assertThat(strand.after(0).entries()).hasSize(1);
  }

  @Test
  void knows_from_where_on_it_lacks_nothing() {
    assertThat(strand.after(0).complete()).isFalse();
    strand.append(decision(5));
    strand.append(decision(6));
    assertThat(strand.after(3).complete()).isFalse();
    assertThat(strand.after(4).complete()).isTrue();
    assertThat(strand.after(6)).isEqualTo(new Slice(List.of(), true));
    strand.forget(6);
    assertThat(strand.after(5).complete()).isFalse();
    assertThat(strand.after(6).complete()).isTrue();
  }

  @Test
  void tells_when_a_turn_was_accepted_with_the_first_text_of_its_answer_alone() {
    var accepted =
        new Event.PromptAccepted(
            TURN,
            new Personal("sealed", 1, "digest"),
            null,
            "digest",
            PromptPolicy.ENQUEUE,
            Preferences.DEFAULT);
    assertThat(strand.append(delta("a", 0, 3), NOW)).isNull();
    strand.append(decision(5, accepted));
    assertThat(strand.append(delta("a", 3, 3), NOW.plusSeconds(1))).isNull();
    strand.forgetRepliesSilentSince(NOW.plusSeconds(2));
    assertThat(strand.append(delta("b", 0, 3), NOW.plusSeconds(3))).isEqualTo(NOW);
    assertThat(strand.append(delta("c", 0, 3), NOW.plusSeconds(4))).isNull();
  }

  @Test
  void keeps_the_pieces_of_the_latest_try_in_order() {
    strand.append(delta("a", 0, 3), NOW);
    strand.append(delta("a", 0, 3), NOW);
    strand.append(delta("a", 9, 3), NOW);
    strand.append(delta("a", 3, 2), NOW);
    assertThat(offsets("", 0)).containsExactly(0, 3);
    assertThat(offsets("a", 3)).containsExactly(3);
    assertThat(offsets("a", 4)).containsExactly(3);
    assertThat(offsets("a", 5)).isEmpty();

    strand.append(delta("b", 0, 1), NOW);
    strand.append(delta("a", 5, 2), NOW);
    assertThat(offsets("a", 5)).containsExactly(0);
    assertThat(strand.reply(4, "a", 5).orElseThrow().attempt()).isEqualTo("b");
  }

  @Test
  void lets_go_of_text_when_its_turn_has_ended_or_nobody_adds_to_it() {
    strand.append(delta("a", 0, 3), NOW);
    strand.forgetRepliesSilentSince(NOW);
    assertThat(strand.reply(9, "", 0)).isPresent();
    strand.forgetRepliesSilentSince(NOW.plusSeconds(1));
    assertThat(strand.reply(9, "", 0)).isEmpty();

    strand.append(delta("a", 0, 3), NOW);
    strand.append(decision(5, new Event.TurnEnded(TURN, TurnEndReason.CANCELLED)));
    assertThat(strand.reply(9, "", 0)).isEmpty();
  }

  @Test
  void holds_no_text_that_comes_after_its_answer() {
    strand.append(
        decision(4, new Event.ModelAsked(TURN, 1, AskId.of(TURN, 1, "digest"), "d", "t", null)));
    strand.append(decision(5, new Event.TurnEnded(TURN, TurnEndReason.ANSWERED)));
    strand.append(delta("a", 0, 5), NOW);
    assertThat(strand.replyBytes()).isZero();
    assertThat(strand.reply(5, "a", 0)).isEmpty();
  }
}
