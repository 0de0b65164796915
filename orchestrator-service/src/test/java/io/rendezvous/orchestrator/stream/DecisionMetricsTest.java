package io.rendezvous.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.Evolution;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DecisionMetricsTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final UserId ANA = new UserId("u-ana");
  private static final TurnId TURN =
      TurnId.of(new OwnerMarks(new byte[32]).mint(ANA, "metrics"), "t1");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DecisionMetrics metrics = new DecisionMetrics(meters);
  private Conversation state = Conversation.of(ANA);

  @Test
  void times_a_turn_from_its_acceptance_by_the_times_of_the_decisions() {
    decide(0, accepted());
    decide(2, new Event.TurnStarted(TURN, START.plusSeconds(300)));
    decide(5, new Event.TurnEnded(TURN, TurnEndReason.ANSWERED));
    assertThat(seconds("rendezvous.turn.wait")).isEqualTo(2);
    assertThat(seconds("rendezvous.turn.duration")).isEqualTo(5);
    assertThat(ended("answered")).isEqualTo(1);
    assertThat(ended("internal")).isZero();
  }

  @Test
  void counts_the_end_of_a_turn_that_is_too_old_to_be_timed() {
    decide(0, new Event.TurnEnded(TURN, TurnEndReason.CANCELLED));
    assertThat(ended("cancelled")).isEqualTo(1);
    assertThat(meters.get("rendezvous.turn.duration").timer().count()).isZero();
  }

  @Test
  void counts_what_is_set_aside_by_topic_and_reason_and_has_the_zeros_before() {
    assertThat(setAside("prompts", "wrong_key")).isZero();
    metrics.setAside(Topics.PROMPTS, "WRONG_KEY");
    metrics.setAside(Topics.TIMERS, "anything else");
    assertThat(setAside("prompts", "wrong_key")).isEqualTo(1);
    assertThat(setAside("timers", "gave_up")).isEqualTo(1);
  }

  @Test
  void counts_approvals_and_rollbacks_by_what_became_of_them() {
    CallId call = CallId.of(TURN, 1, 0);
    for (WithdrawalReason reason : WithdrawalReason.values()) {
      decide(0, new Event.ApprovalWithdrawn(ApprovalId.of(call), call, reason));
      assertThat(counted("approvals", reason.name().toLowerCase(Locale.ROOT))).isEqualTo(1);
    }
    for (Verdict verdict : Verdict.values()) {
      decide(0, new Event.ApprovalDecided(ApprovalId.of(call), call, verdict));
      assertThat(counted("approvals", verdict.name().toLowerCase(Locale.ROOT))).isEqualTo(1);
    }
    decide(0, new Event.RollbackGaveUp(TURN));
    assertThat(counted("rollbacks", "gave_up")).isEqualTo(1);
    assertThat(counted("rollbacks", "started")).isZero();
  }

  private double counted(String what, String event) {
    return meters.get("rendezvous." + what).tag("event", event).counter().count();
  }

  private void decide(long second, Event event) {
    var decision =
        new Decision(
            ANA,
            TURN.conversation(),
            START.plusSeconds(second),
            new CancelTurn(ANA, TURN),
            List.of(new NumberedEvent(state.nextSequence(), event)));
    state = Evolution.evolve(state, decision);
    metrics.decided(decision, state);
  }

  private static Event accepted() {
    var text = new Personal("sealed", 1, "digest");
    return new Event.PromptAccepted(
        TURN, text, null, "digest", PromptPolicy.ENQUEUE, Preferences.DEFAULT);
  }

  private double seconds(String timer) {
    return meters.get(timer).timer().totalTime(TimeUnit.SECONDS);
  }

  private double ended(String reason) {
    return meters.get("rendezvous.turns.ended").tag("reason", reason).counter().count();
  }

  private double setAside(String topic, String reason) {
    return meters
        .get("rendezvous.dead.letters")
        .tags("topic", topic, "reason", reason)
        .counter()
        .count();
  }
}
