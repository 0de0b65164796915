package io.rendezvous.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Command;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.PromptPolicy;
import io.rendezvous.common.command.Report.ApprovalNeeded;
import io.rendezvous.common.command.Report.ModelAnswered;
import io.rendezvous.common.command.Report.ToolFinished;
import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Request.SubmitPrompt;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.event.WithdrawalReason;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelCall;
import io.rendezvous.common.model.StopCall;
import io.rendezvous.common.model.ToolRequest;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.Decider;
import io.rendezvous.orchestrator.conversation.KnownTurn;
import io.rendezvous.orchestrator.conversation.Limits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ConversationTopologyTest extends DrivenTopology {
  @Test
  void a_turn_runs_from_its_prompt_to_its_end() {
    TurnId turn = prompt("t1");
    ModelCall first = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    assertThat(first.messages()).hasSize(1);
    var wanted = new ToolRequest(ToolCatalogue.LIST_EVENTS, text("{}"));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, first.ask(), "a", null, List.of(wanted), USAGE, List.of()));
    ToolCall call = read(Topics.CALENDAR_CALLS, ToolCall.class).getFirst();
    send(Topics.OUTCOMES, new ToolFinished(ANA, call.call(), call.ask(), text("none"), null));
    ModelCall second = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    assertThat(second.messages()).hasSize(3);
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, second.ask(), "a", text("rien"), List.of(), USAGE, List.of()));

    List<Decision> history = read(Topics.HISTORY, Decision.class);
    assertThat(history).hasSize(4);
    assertThat(events(history)).last().isInstanceOf(Event.TurnEnded.class);
    assertThat(history.stream().flatMap(d -> d.events().stream()).map(NumberedEvent::sequence))
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
  }

  @Test
  void a_deadline_comes_as_a_timer_record_and_ends_the_turn() {
    prompt("t1");
    driver.advanceWallClockTime(Duration.ofMinutes(4));
    assertThat(read(Topics.HISTORY, Decision.class)).hasSize(1);
    driver.advanceWallClockTime(Duration.ofMinutes(2));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .containsExactly(
            new Event.TurnEnded(TurnId.of(CONVERSATION, "t1"), TurnEndReason.DEADLINE));
    assertThat(read(Topics.CONTROL, StopCall.class)).hasSize(1);
  }

  @Test
  void a_deadline_ends_a_turn_of_which_nothing_is_heard_after_a_restart() {
    TurnId turn = prompt("t1");
    restart(new Decider(Limits.DEFAULT));
    driver.advanceWallClockTime(Duration.ofMinutes(6));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .containsExactly(new Event.TurnEnded(turn, TurnEndReason.DEADLINE));
  }

  @Test
  void an_approval_that_nobody_gives_expires_by_a_timer_record_and_the_turn_goes_on() {
    ToolCall call = awaitingApproval(Duration.ofMinutes(10));
    driver.advanceWallClockTime(Duration.ofMinutes(9));
    assertThat(read(Topics.HISTORY, Decision.class)).hasSize(3);
    driver.advanceWallClockTime(Duration.ofMinutes(2));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .startsWith(
            new Event.ApprovalWithdrawn(
                ApprovalId.of(call.call()), call.call(), WithdrawalReason.EXPIRED))
        .last()
        .isInstanceOf(Event.ModelAsked.class);
    driver.advanceWallClockTime(Duration.ofMinutes(6));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .containsExactly(new Event.TurnEnded(call.call().turn(), TurnEndReason.DEADLINE));
  }

  @Test
  void an_approval_expires_of_which_nothing_is_heard_after_a_restart() {
    ToolCall call = awaitingApproval(Duration.ofMinutes(10));
    restart(new Decider(Limits.DEFAULT));
    driver.advanceWallClockTime(Duration.ofMinutes(11));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .contains(
            new Event.ApprovalWithdrawn(
                ApprovalId.of(call.call()), call.call(), WithdrawalReason.EXPIRED));
  }

  @Test
  void an_approval_that_is_given_sends_the_call_again_and_leaves_no_timer() {
    ToolCall call = awaitingApproval(Duration.ofMinutes(10));
    send(Topics.PROMPTS, new DecideApproval(ANA, ApprovalId.of(call.call()), Verdict.APPROVE));
    assertThat(read(Topics.CALENDAR_CALLS, ToolCall.class))
        .extracting(ToolCall::approval)
        .containsExactly(ApprovalId.of(call.call()));
    read(Topics.HISTORY, Decision.class);
    send(Topics.OUTCOMES, new ToolFinished(ANA, call.call(), call.ask(), text("fait"), null));
    read(Topics.HISTORY, Decision.class);
    driver.advanceWallClockTime(Duration.ofMinutes(11));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .as("nothing but the end of a turn whose model says nothing")
        .containsExactly(new Event.TurnEnded(call.call().turn(), TurnEndReason.DEADLINE));
  }

  private ToolCall awaitingApproval(Duration time) {
    ToolCall call = booking(prompt("t1"));
    Instant expiry = START.plus(time);
    send(
        Topics.OUTCOMES, new ApprovalNeeded(ANA, call.call(), call.ask(), text("summary"), expiry));
    return call;
  }

  private ToolCall booking(TurnId turn) {
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    var wanted = new ToolRequest(ToolCatalogue.CREATE_EVENT, text("{}"));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, asked.ask(), "a", null, List.of(wanted), USAGE, List.of()));
    return read(Topics.CALENDAR_CALLS, ToolCall.class).getFirst();
  }

  @Test
  void a_rollback_that_is_not_heard_of_ends_by_a_timer_record_and_the_next_turn_starts() {
    booking(prompt("t1"));
    TurnId next = TurnId.of(CONVERSATION, "t2");
    send(
        Topics.PROMPTS,
        new SubmitPrompt(
            ANA, next, text("non"), null, "t2", PromptPolicy.ROLLBACK, Preferences.DEFAULT));
    read(Topics.HISTORY, Decision.class);
    restart(new Decider(Limits.DEFAULT));
    driver.advanceWallClockTime(Duration.ofMinutes(3));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .startsWith(new Event.RollbackGaveUp(TurnId.of(CONVERSATION, "t1")))
        .hasAtLeastOneElementOfType(Event.TurnStarted.class);
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class))
        .extracting(ModelCall::turn)
        .containsExactly(next);
  }

  @Test
  void after_eight_days_asleep_a_waiting_outcome_counts_once_and_no_deadline_overtakes_it() {
    TurnId turn = prompt("t1");
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    var answer =
        new ModelAnswered(ANA, turn, asked.ask(), "a", text("oui"), List.of(), USAGE, List.of());
    restart(new Decider(Limits.DEFAULT), START.plus(Duration.ofDays(8)));
    send(Topics.OUTCOMES, answer);
    driver.advanceWallClockTime(Duration.ofSeconds(1));
    send(Topics.OUTCOMES, answer);
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(turn, TurnEndReason.ANSWERED));
    assertThat(read(Topics.TIMERS, Command.class)).isEmpty();
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
  }

  @Test
  void after_eight_days_asleep_a_turn_without_an_outcome_ends_once_and_is_not_asked_again() {
    TurnId turn = prompt("t1");
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    driver.advanceWallClockTime(Duration.ofDays(8));
    driver.advanceWallClockTime(Duration.ofDays(1));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(ANA, turn, asked.ask(), "a", text("oui"), List.of(), USAGE, List.of()));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .filteredOn(Event.TurnEnded.class::isInstance)
        .containsExactly(new Event.TurnEnded(turn, TurnEndReason.DEADLINE));
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
  }

  @Test
  void cancelling_stops_the_model_call_that_nobody_waits_for() {
    TurnId turn = prompt("t1");
    send(Topics.PROMPTS, new CancelTurn(ANA, turn));
    assertThat(read(Topics.CONTROL, StopCall.class))
        .containsExactly(
            new StopCall(ANA, turn, read(Topics.MODEL_CALLS, ModelCall.class).getFirst().ask()));
  }

  @Test
  void what_cannot_be_read_is_set_aside_and_the_next_record_is_handled() {
    var input = input(Topics.PROMPTS);
    input.pipeInput(CONVERSATION.value(), "no event".getBytes(StandardCharsets.UTF_8));
    SubmitPrompt prompt = submit(ANA, "t1");
    pipe(Topics.PROMPTS, "another key", prompt);
    pipe(Topics.PROMPTS, CONVERSATION.value(), submit(new UserId("u-eve"), "t1"));
    prompt("t2");
    assertThat(letters(Topics.PROMPTS))
        .extracting(letter -> letter.substring(0, letter.indexOf(':')))
        .containsExactly("NOT_AN_EVENT", "WRONG_KEY", "WRONG_OWNER");
    assertThat(read(Topics.HISTORY, Decision.class)).hasSize(1);
  }

  @Test
  void state_survives_a_restart_of_the_process() {
    prompt("t1");
    ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getFirst();
    restart(new Decider(Limits.DEFAULT));
    send(
        Topics.OUTCOMES,
        new ModelAnswered(
            ANA, asked.turn(), asked.ask(), "a", text("oui"), List.of(), USAGE, List.of()));
    assertThat(events(read(Topics.HISTORY, Decision.class))).hasSize(2);
  }

  @Test
  void a_window_that_overflows_keeps_only_what_is_kept_in_state() {
    for (int i = 0; i < 40; i++) {
      TurnId turn = prompt("t" + i);
      // Summaries are not made: the oldest messages go.
      ModelCall asked = read(Topics.MODEL_CALLS, ModelCall.class).getLast();
      assertThat(asked.messages().stream().mapToInt(m -> m.size()).sum()).isLessThan(80 * 1024);
      send(
          Topics.OUTCOMES,
          new ModelAnswered(
              ANA, turn, asked.ask(), "a", text("x".repeat(4_000)), List.of(), USAGE, List.of()));
    }
    int kept = 0;
    try (var entries = driver.<String, byte[]>getKeyValueStore("conversations").all()) {
      while (entries.hasNext()) {
        kept += entries.next().key.startsWith(CONVERSATION + "m") ? 1 : 0;
      }
    }
    assertThat(kept).isBetween(5, 39);
  }

  @Test
  void state_in_memory_and_state_that_is_read_back_decide_alike() {
    List<List<Decision>> histories = new ArrayList<>();
    for (DataSize cached : List.of(DataSize.ofMegabytes(8), DataSize.ofBytes(0))) {
      driver.close();
      driver = driver(new Decider(Limits.DEFAULT), cached);
      for (int i = 0; i < 140; i++) {
        prompt("t" + i);
        for (ModelCall asked : read(Topics.MODEL_CALLS, ModelCall.class)) {
          send(
              Topics.OUTCOMES,
              new ModelAnswered(
                  ANA,
                  asked.turn(),
                  asked.ask(),
                  "a",
                  text("x".repeat(1_000)),
                  List.of(),
                  USAGE,
                  List.of()));
        }
        prompt("t" + i / 2);
      }
      histories.add(read(Topics.HISTORY, Decision.class));
    }
    assertThat(histories.getFirst()).hasSizeGreaterThan(270).isEqualTo(histories.getLast());
  }

  @Test
  void a_head_of_the_first_version_is_read_with_the_turns_in_it() {
    prompt("t1");
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore("conversations");
    Conversation now = StoredState.readHead(store.get(CONVERSATION.value())).conversation();
    var known = new KnownTurn(TurnId.of(CONVERSATION, "old"), "body", START);
    byte[] old = StoredState.write(now.with(now.window(), List.of(known)));
    old[0] = 1;
    store.put(CONVERSATION.value(), old);
    restart(new Decider(Limits.DEFAULT));
    prompt("old");
    assertThat(read(Topics.HISTORY, Decision.class)).isEmpty();
  }

  @Test
  void a_fault_of_the_decider_ends_the_turn_and_the_partition_goes_on() {
    var endless =
        new Limits(
            ChronoUnit.FOREVER.getDuration(),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            16,
            16_000,
            128,
            16,
            5,
            40_960,
            16_384);
    restart(new Decider(endless));
    prompt("t1");
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(TurnId.of(CONVERSATION, "t1"), TurnEndReason.INTERNAL));
    assertThat(letters(Topics.PROMPTS)).singleElement().asString().startsWith("INTERNAL: ");
    restart(new Decider(Limits.DEFAULT));
    prompt("t2");
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).hasSize(1);
  }

  @Test
  void a_request_larger_than_its_topic_takes_ends_the_turn_and_the_partition_goes_on() {
    TurnId turn = prompt("t1", sealed(Topics.MODEL_CALLS.maxRecordBytes()));
    assertThat(events(read(Topics.HISTORY, Decision.class)))
        .last()
        .isEqualTo(new Event.TurnEnded(turn, TurnEndReason.INTERNAL));
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).isEmpty();
    assertThat(letters(Topics.PROMPTS)).containsExactly("INTERNAL: RecordTooLarge");
    prompt("t2");
    assertThat(read(Topics.MODEL_CALLS, ModelCall.class)).hasSize(1);
  }

  @Test
  void what_not_even_a_decision_can_hold_is_set_aside_and_changes_nothing() {
    prompt("t1", sealed(Topics.HISTORY.maxRecordBytes()));
    assertThat(read(Topics.HISTORY, Decision.class)).isEmpty();
    assertThat(letters(Topics.PROMPTS)).containsExactly("INTERNAL: RecordTooLarge");
    prompt("t2");
    assertThat(read(Topics.HISTORY, Decision.class).getFirst().firstSequence()).isOne();
  }

  /**
   * Another driver takes over with the same state; the driver itself wipes its folder as it closes.
   */
}
