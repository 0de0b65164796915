package io.rendezvous.calendar.outside;

import static io.rendezvous.calendar.TestCalls.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Notify;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.journal.Entry;
import io.rendezvous.common.calendar.ApprovalSummary;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.Scope;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.command.Report.ToolFailed;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.tool.ToolFailure;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawingTest extends OutsideFixture {
  private static final String ARGUMENTS = "{}";

  @BeforeEach
  void follow() throws Exception {
    round();
  }

  private ToolCall ask(String event) {
    return ask(done(provider.get(calendar, event)), null);
  }

  private ToolCall ask(CalendarEvent seen, @Nullable Scope scope) {
    CallId id = TestCalls.newCall(ana);
    var call =
        new ToolCall(
            ana,
            id,
            new AskId(Ids.derive(id.value())),
            "delete_event",
            vault.seal(ana, ARGUMENTS),
            Preferences.DEFAULT,
            clock.instant());
    var summary = new ApprovalSummary("delete_event", null, null, scope, false, List.of());
    approvals.ask(call, ARGUMENTS, summary, seen);
    return call;
  }

  private CalendarResult.ChangedMeanwhile told(ToolFailed report) {
    return (CalendarResult.ChangedMeanwhile)
        Json.MAPPER.readValue(vault.open(ana, report.message()), CalendarResult.class);
  }

  @Test
  void what_was_asked_about_an_event_that_changed_is_withdrawn_and_the_difference_shown()
      throws Exception {
    ToolCall call = ask("e1");
    provider.write(calendar, "e1", "Dentist, later");
    clock.pass(Duration.ofMinutes(6));
    round();
    ToolFailed report = reports(ToolFailed.class).getFirst();
    assertThat(report.call()).isEqualTo(call.call());
    assertThat(report.ask()).isEqualTo(call.ask());
    assertThat(report.reason()).isEqualTo(ToolFailure.CONFLICT);
    assertThat(told(report).seen().title()).isEqualTo("Dentist");
    assertThat(told(report).now().title()).isEqualTo("Dentist, later");
    assertThat(told(report).changed()).containsExactly("title");
    assertThat(approvals.isWithdrawn(call)).isTrue();
    assertThat(journal.find(ana, EffectId.of(call.call())))
        .contains(new Entry.Refused(new CalendarFailure.Closed()));
  }

  @Test
  void of_an_event_that_is_gone_it_is_shown_as_it_was() throws Exception {
    ask("e1");
    provider.delete(calendar, "e1");
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(told(reports(ToolFailed.class).getFirst()).now()).isNull();
  }

  @Test
  void an_occurrence_changes_with_its_series() throws Exception {
    CalendarEvent occurrence = provider.write(calendar, "e1~20261208T110000Z", "Dentist", "e1");
    ToolCall call = ask(occurrence, null);
    nextRound();
    assertThat(reports(ToolFailed.class)).isEmpty();
    provider.write(calendar, "e1~20261208T110000Z", "Dentist, later", "e1");
    provider.write(calendar, "e1", "Dentist, later");
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(reports(ToolFailed.class)).extracting(ToolFailed::call).contains(call.call());
  }

  @Test
  void what_was_asked_about_other_events_stays() throws Exception {
    provider.write(calendar, "e2", "Lunch");
    ToolCall call = ask("e2");
    provider.write(calendar, "e1", "Dentist, later");
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(words()).contains("CHANGED e1 Dentist, later");
    assertThat(reports(ToolFailed.class)).isEmpty();
    assertThat(approvals.isWithdrawn(call)).isFalse();
  }

  @Test
  void what_an_approved_call_has_done_already_is_not_said_to_have_failed() throws Exception {
    ToolCall call = ask("e1");
    CalendarEvent seen = done(provider.get(calendar, "e1"));
    provider.delete(calendar, "e1");
    record(new Effect.Deleted(EffectId.of(call.call()), seen, Notify.NOBODY));
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(reports()).isEmpty();
    assertThat(approvals.isWithdrawn(call)).isFalse();
  }

  @Test
  void of_a_call_with_two_steps_either_may_have_been_taken() throws Exception {
    ToolCall call = ask(done(provider.get(calendar, "e1")), Scope.FOLLOWING);
    CalendarEvent seen = done(provider.get(calendar, "e1"));
    CalendarEvent left = provider.write(calendar, "e1", "Dentist, later");
    record(new Effect.Changed(new EffectId(call.call(), 1), seen, left, Notify.NOBODY));
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(reports(ToolFailed.class)).isEmpty();
  }

  @Test
  void our_own_change_withdraws_too_since_it_is_not_what_she_saw() throws Exception {
    ToolCall call = ask("e1");
    CalendarEvent seen = done(provider.get(calendar, "e1"));
    CalendarEvent left = provider.write(calendar, "e1", "Dentist, later");
    record(new Effect.Changed(TestCalls.newEffect(ana), seen, left, Notify.NOBODY));
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(words()).isEmpty();
    assertThat(reports(ToolFailed.class)).extracting(ToolFailed::call).containsExactly(call.call());
  }

  @Test
  void what_could_not_be_reported_is_reported_at_the_next_look() throws Exception {
    ToolCall call = ask("e1");
    provider.write(calendar, "e1", "Dentist, later");
    producer.sendException = new KafkaException("away");
    clock.pass(Duration.ofMinutes(6));
    round();
    producer.sendException = null;
    clock.pass(Duration.ofMinutes(11));
    round();
    assertThat(reports(ToolFailed.class)).extracting(ToolFailed::call).containsExactly(call.call());
    assertThat(words()).containsExactly("CHANGED e1 Dentist, later");
  }

  @Test
  void after_a_token_was_lost_all_that_was_asked_is_looked_at() throws Exception {
    provider.write(calendar, "e2", "Lunch");
    ToolCall stays = ask("e2");
    ToolCall goes = ask("e1");
    provider.delete(calendar, "e1");
    provider.forgetTokens(calendar);
    clock.pass(Duration.ofMinutes(6));
    round();
    assertThat(reports(ToolFailed.class)).extracting(ToolFailed::call).containsExactly(goes.call());
    assertThat(approvals.isWithdrawn(stays)).isFalse();
  }
}
