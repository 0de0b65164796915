package io.rendezvous.systemtest.check;

import static io.rendezvous.systemtest.check.BookingItems.number;
import static io.rendezvous.systemtest.check.BookingItems.text;
import static io.rendezvous.systemtest.check.BookingItems.with;
import static io.rendezvous.systemtest.check.HealthyRun.BOOKING;
import static io.rendezvous.systemtest.check.HealthyRun.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.systemtest.check.evidence.Item;
import io.rendezvous.systemtest.check.evidence.TableItems;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableJudgeTest {
  private final List<Item> heads = List.of(ITEMS.head());
  private final List<Item> turns = List.of(ITEMS.turn(2, 10));
  private final List<Item> calls = List.of(ITEMS.executions());

  @Test
  void accepts_a_turn_in_parts() {
    assertThat(judge(heads, List.of(ITEMS.turn(6, 10), ITEMS.turn(2, 5)), calls)).isEmpty();
  }

  @Test
  void finds_a_turn_that_is_missing() {
    assertThat(judge(heads, List.of(), calls))
        .singleElement()
        .satisfies(found -> assertThat(found.subject()).isEqualTo(BOOKING.turn.value()));
  }

  @Test
  void finds_events_that_are_missing() {
    assertThat(judge(heads, List.of(ITEMS.turn(2, 8)), calls))
        .anyMatch(found -> found.found().equals("others in the table"));
  }

  @Test
  void finds_a_turn_whose_usage_is_not_counted() {
    assertThat(judge(heads, List.of(with(turns.getFirst(), "usage", text("[]"))), calls))
        .singleElement()
        .satisfies(found -> assertThat(found.toString()).contains("usage"));
  }

  @Test
  void finds_a_turn_that_stands_otherwise() {
    assertThat(judge(heads, List.of(with(turns.getFirst(), "status", text("running"))), calls))
        .singleElement()
        .satisfies(found -> assertThat(found.found()).isEqualTo("running"));
  }

  @Test
  void finds_a_head_that_is_behind() {
    assertThat(judge(List.of(with(heads.getFirst(), "lastSequence", number(8))), turns, calls))
        .singleElement()
        .satisfies(found -> assertThat(found.expected()).isEqualTo("lastSequence 10"));
  }

  @Test
  void finds_tool_calls_that_differ() {
    assertThat(judge(heads, turns, List.of())).hasSize(1);
    assertThat(judge(heads, turns, List.of(with(calls.getFirst(), "lastSequence", number(6)))))
        .hasSize(1);
  }

  @Test
  void finds_rows_of_a_turn_that_the_log_does_not_have() {
    Item stray = with(turns.getFirst(), "turn", text(BOOKING.conversation + ".tffffffffffffffff"));
    assertThat(judge(heads, List.of(turns.getFirst(), stray), calls))
        .singleElement()
        .satisfies(found -> assertThat(found.expected()).isEqualTo("no turn without a log"));
  }

  private static List<Violation> judge(List<Item> heads, List<Item> turns, List<Item> calls) {
    return new TableJudge()
        .judge(
            HealthyRun.evidence()
                .with(new TableItems(heads, turns, calls, List.of(), List.of(), List.of())));
  }
}
