package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.embedded.TestCalendar;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.calendar.CalendarResult.UndoneView;
import io.rendezvous.common.id.CallId;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {
  private static final String PREFIX = "undo-";
  private static final CalendarTools TOOLS = TestTools.of(PREFIX, TestCalendar.open(PREFIX));

  private final Conversing ana = new Conversing(TOOLS, TestCalls.newUser());

  @Test
  void takes_back_what_was_done_last_and_then_what_was_before() {
    EventView lunch = ana.create("Lunch", "2026-11-27T13:00");
    move(lunch, "2026-11-27T15:00");
    ana.done("delete_event", "{'eventId': '" + lunch.id() + "'}");
    assertThat(undo()).singleElement().extracting(UndoneView::what).isEqualTo("deleted");
    assertThat(only().when()).contains("15:00");
    assertThat(undo()).singleElement().extracting(UndoneView::what).isEqualTo("changed");
    assertThat(only()).isEqualTo(lunch);
    assertThat(undo()).singleElement().extracting(UndoneView::what).isEqualTo("created");
    assertThat(ana.events().events()).isEmpty();
    assertThat(undo()).isEmpty();
  }

  @Test
  void keeps_what_was_edited_since_and_says_so() {
    EventView lunch = ana.create("Lunch", "2026-11-27T13:00");
    CallId call = ana.newCall();
    ana.run(
        call,
        "update_event",
        "{'eventId': '" + lunch.id() + "', 'title': 'Dinner', 'start': '2026-11-27T19:00'}");
    move(lunch, "2026-11-27T20:00");
    var undone =
        (CalendarResult.Undone) Conversing.result(ana.rollBack(CallId.of(call.turn(), 2, 0)));
    assertThat(undone.effects())
        .singleElement()
        .extracting(UndoneView::kept)
        .isEqualTo(List.of("time"));
    assertThat(only().title()).isEqualTo("Lunch");
    assertThat(only().when()).contains("20:00");
  }

  @Test
  void undoes_once_however_often_it_is_asked_with_one_call() {
    ana.create("First", "2026-11-27T13:00");
    ana.create("Second", "2026-11-27T15:00");
    CallId call = ana.newCall();
    ToolOutcome first = ana.run(call, "undo", "{}");
    assertThat(ana.run(call, "undo", "{}")).isEqualTo(first);
    assertThat(only().title()).isEqualTo("First");
  }

  @Test
  void rolls_back_all_that_a_turn_has_done_the_last_first() {
    EventView before = ana.create("Before", "2026-11-27T09:00");
    CallId first = ana.newCall();
    ana.run(first, "create_event", "{'title': 'One', 'start': '2026-11-27T13:00'}");
    String move = "{'eventId': '" + before.id() + "', 'start': '2026-11-27T10:00'}";
    ana.run(CallId.of(first.turn(), 2, 0), "move_event", move);
    ana.run(CallId.of(first.turn(), 10, 0), "move_event", move.replace("T10:00", "T11:00"));
    ToolOutcome rolled = ana.rollBack(CallId.of(first.turn(), 11, 0));
    assertThat(((CalendarResult.Undone) Conversing.result(rolled)).effects())
        .extracting(UndoneView::what)
        .containsExactly("changed", "changed", "created");
    assertThat(only()).isEqualTo(before);
    assertThat(ana.rollBack(CallId.of(first.turn(), 11, 0))).isEqualTo(rolled);
  }

  private List<UndoneView> undo() {
    return ((CalendarResult.Undone) ana.done("undo", "{}")).effects();
  }

  private void move(EventView event, String start) {
    ana.done("move_event", "{'eventId': '" + event.id() + "', 'start': '" + start + "'}");
  }

  private EventView only() {
    return ana.events().events().getFirst();
  }
}
