package io.rendezvous.systemtest.check;

import static io.rendezvous.systemtest.check.HealthyRun.BOOKING;
import static io.rendezvous.systemtest.check.HealthyRun.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Request.DecideApproval;
import io.rendezvous.common.command.Verdict;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.ApprovalDecided;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.Logged;
import io.rendezvous.systemtest.check.evidence.Logs;
import io.rendezvous.systemtest.check.evidence.TableItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EffectJudgeTest {
  private final Item event = new Item(ITEMS.event());
  private final Item created = ITEMS.journal("CREATED", Map.of(), ITEMS.event());

  @Test
  void finds_an_effect_that_happened_twice() {
    var another = new HashMap<>(ITEMS.event());
    another.put("event", BookingItems.text("another"));
    assertThat(judge(List.of(event, new Item(another)), List.of(created)))
        .anyMatch(found -> found.expected().equals("no event without a journalled effect"));
  }

  @Test
  void finds_a_reported_effect_that_is_missing() {
    assertThat(judge(List.of(), List.of()))
        .anyMatch(found -> found.expected().equals("the effect that is reported done"));
  }

  @Test
  void finds_an_event_that_vanished() {
    assertThat(judge(List.of(), List.of(created)))
        .anyMatch(found -> found.expected().equals("the event that a call left behind"));
  }

  @Test
  void finds_an_effect_without_a_report() {
    var unreported = HealthyRun.with(BOOKING.history().subList(0, 2));
    assertThat(new EffectJudge().judge(unreported))
        .anyMatch(found -> found.expected().equals("its effect to be reported"));
  }

  @Test
  void finds_a_call_that_was_written_twice() {
    assertThat(judgeCalls(BOOKING.history(), List.of(BOOKING.toolCall(0), BOOKING.toolCall(1))))
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo(BOOKING.call.value()));
  }

  @Test
  void lets_a_call_be_written_once_more_when_its_user_has_approved_it() {
    var calls = List.of(BOOKING.toolCall(0), BOOKING.approvedCall(1));
    assertThat(judgeCalls(decided(Verdict.APPROVE), calls)).isEmpty();
  }

  @Test
  void finds_a_call_that_its_user_has_not_approved() {
    var calls = List.of(BOOKING.toolCall(0), BOOKING.approvedCall(1));
    assertThat(judgeCalls(decided(Verdict.REJECT), calls))
        .singleElement()
        .satisfies(
            found -> assertThat(found.expected()).isEqualTo("a call that its user approved"));
  }

  private static List<Logged<Decision>> decided(Verdict verdict) {
    var approval = ApprovalId.of(BOOKING.call);
    var decision =
        BOOKING.decision(
            4,
            new DecideApproval(BOOKING.user, approval, verdict),
            11,
            new ApprovalDecided(approval, BOOKING.call, verdict));
    return HealthyRun.plus(BOOKING.history(), 4, BOOKING.record(4, decision));
  }

  private static List<Violation> judgeCalls(
      List<Logged<Decision>> history, List<Logged<ToolCall>> calls) {
    var logs = HealthyRun.logs(history);
    var written = new Logs(history, logs.commands(), calls, List.of(), List.of(), List.of());
    return new EffectJudge().judge(HealthyRun.evidence().with(written));
  }

  @Test
  void finds_an_update_that_another_has_overwritten() {
    var moved = new HashMap<>(ITEMS.event());
    moved.put("etag", BookingItems.text("e2"));
    var other = BookingItems.with(created, "effect", BookingItems.text(BOOKING.turn + ".1.1"));
    var third = BookingItems.with(created, "effect", BookingItems.text(BOOKING.turn + ".1.2"));
    assertThat(
            judge(
                List.of(new Item(moved)),
                List.of(created, changed(other, moved), changed(third, moved))))
        .anyMatch(found -> found.expected().startsWith("one call to follow on version"));
  }

  @Test
  void finds_a_calendar_that_shows_something_else() {
    var shown = HealthyRun.shown("completed", BookingItems.STARTS + 60);
    assertThat(new EffectJudge().judge(HealthyRun.evidence().withShown(List.of(shown))))
        .singleElement()
        .satisfies(found -> assertThat(found.expected()).startsWith("REST to show the start"));
  }

  private static Item changed(Item entry, Map<String, AttributeValue> to) {
    var values = new HashMap<>(ITEMS.journal("CHANGED", ITEMS.event(), to).values());
    values.put("effect", BookingItems.text(entry.text("effect")));
    return new Item(values);
  }

  private static List<Violation> judge(List<Item> events, List<Item> journal) {
    TableItems all = ITEMS.all();
    Evidence evidence =
        HealthyRun.evidence()
            .with(
                new TableItems(
                    all.conversations(),
                    all.turns(),
                    all.toolExecutions(),
                    all.largeEvents(),
                    events,
                    journal));
    return new EffectJudge().judge(evidence);
  }
}
