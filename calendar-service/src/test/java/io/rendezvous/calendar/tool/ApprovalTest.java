package io.rendezvous.calendar.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.TestCalls;
import io.rendezvous.calendar.approval.Approvals;
import io.rendezvous.calendar.approval.OpenAsk;
import io.rendezvous.calendar.embedded.TestCalendar;
import io.rendezvous.common.calendar.ApprovalSummary.Reason;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.command.Confirmation;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalTest {
  private static final String PREFIX = "approvals-";
  private static final String LUNCH = "{'title': 'Lunch', 'start': '2026-11-27T13:00'}";
  private static final Calendar CALENDAR = TestCalendar.open(PREFIX);
  private static final CalendarTools TOOLS = TestTools.of(PREFIX, CALENDAR, InstantSource.system());

  private final Conversing ana =
      new Conversing(TOOLS, TestCalls.newUser()).asking(Confirmation.ALWAYS);

  @Test
  void asks_before_anything_is_done_and_the_same_each_time() {
    CallId call = ana.newCall();
    var asked = (ToolOutcome.NeedsApproval) ana.run(call, "create_event", LUNCH);
    assertThat(asked.ask().summary().reasons()).containsExactly(Reason.ALWAYS);
    assertThat(asked.ask().summary().after()).extracting(EventView::title).isEqualTo("Lunch");
    assertThat(ana.run(call, "create_event", LUNCH)).isEqualTo(asked);
    assertThat(ana.events().events()).isEmpty();
  }

  @Test
  void does_once_what_was_approved_also_where_it_comes_twice() {
    CallId call = ana.newCall();
    ana.run(call, "create_event", LUNCH);
    var done = ana.approved(call, "create_event", LUNCH);
    assertThat(ana.approved(call, "create_event", LUNCH)).isEqualTo(done);
    assertThat(ana.events().events()).hasSize(1);
  }

  @Test
  void takes_the_same_arguments_however_they_are_written() {
    CallId call = ana.newCall();
    ana.run(call, "create_event", LUNCH);
    String other = "{ 'start':'2026-11-27T13:00',  'title':'Lunch' }";
    assertThat(ana.approved(call, "create_event", other)).isInstanceOf(ToolOutcome.Answered.class);
  }

  @Test
  void refuses_other_arguments_than_were_approved() {
    CallId call = ana.newCall();
    ana.run(call, "create_event", LUNCH);
    var refused = ana.approved(call, "create_event", LUNCH.replace("13:00", "14:00"));
    assertThat(reason(refused)).contains("other arguments");
    assertThat(ana.events().events()).isEmpty();
  }

  @Test
  void refuses_another_tool_than_was_approved() {
    EventView lunch = lunch();
    CallId call = ana.newCall();
    String arguments = "{'eventId': '" + lunch.id() + "'}";
    ana.run(call, "update_event", arguments);
    assertThat(reason(ana.approved(call, "delete_event", arguments))).contains("other arguments");
    assertThat(ana.events().events()).hasSize(1);
  }

  @Test
  void refuses_where_the_event_has_changed_and_shows_how() {
    EventView lunch = lunch();
    CallId call = ana.newCall();
    String arguments = "{'eventId': '" + lunch.id() + "'}";
    ana.run(call, "delete_event", arguments);
    herself().done("move_event", "{'eventId': '" + lunch.id() + "', 'start': '2026-11-27T15:00'}");
    var refused = (ToolOutcome.Refused) ana.approved(call, "delete_event", arguments);
    assertThat(refused.failure()).isEqualTo(new CalendarFailure.Conflict());
    var told = (CalendarResult.ChangedMeanwhile) refused.told();
    assertThat(told.changed()).containsExactly("time");
    assertThat(told.seen().when()).contains("13:00");
    assertThat(told.now()).extracting(EventView::when).asString().contains("15:00");
    assertThat(ana.events().events()).hasSize(1);
  }

  @Test
  void refuses_what_was_withdrawn_though_it_was_approved() {
    EventView lunch = lunch();
    CallId call = ana.newCall();
    String arguments = "{'eventId': '" + lunch.id() + "'}";
    ana.run(call, "delete_event", arguments);
    ana.run(ana.newCall(), "create_event", LUNCH);
    Approvals approvals = TestTools.approvals(PREFIX, InstantSource.system());
    List<OpenAsk> open = approvals.open(CalendarId.personal(ana.user));
    assertThat(open).extracting(OpenAsk::call).containsExactly(call);
    approvals.withdraw(open.getFirst());
    var refused = (ToolOutcome.Refused) ana.approved(call, "delete_event", arguments);
    assertThat(refused.failure()).isEqualTo(new CalendarFailure.Conflict());
    assertThat(((CalendarResult.ChangedMeanwhile) refused.told()).seen()).isNotNull();
    assertThat(ana.events().events()).hasSize(1);
  }

  @Test
  void nothing_is_open_any_more_that_was_asked_too_long_ago() {
    ana.run(ana.newCall(), "delete_event", "{'eventId': '" + lunch().id() + "'}");
    Approvals later = TestTools.approvals(PREFIX, () -> Instant.now().plus(Duration.ofMinutes(21)));
    assertThat(later.open(CalendarId.personal(ana.user))).isEmpty();
  }

  @Test
  void refuses_what_was_approved_too_long_ago() {
    CallId call = ana.newCall();
    ana.run(call, "create_event", LUNCH);
    CalendarTools later =
        TestTools.of(PREFIX, CALENDAR, () -> Instant.now().plus(Duration.ofMinutes(21)));
    var refused =
        (ToolOutcome.Refused) new Conversing(later, ana.user).approved(call, "create_event", LUNCH);
    assertThat(refused.failure()).isEqualTo(new CalendarFailure.Expired());
    assertThat(ana.events().events()).isEmpty();
  }

  @Test
  void refuses_an_approval_that_was_never_asked_for_or_is_another_users() {
    CallId call = ana.newCall();
    assertThat(reason(ana.approved(call, "create_event", LUNCH))).contains("never asked");
    ana.run(call, "create_event", LUNCH);
    var bob = new Conversing(TOOLS, TestCalls.newUser());
    assertThat(reason(bob.approved(call, "create_event", LUNCH))).contains("never asked");
    assertThat(bob.events().events()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Confirmation.class)
  void asks_always_where_others_text_was_read(Confirmation wish) {
    ana.asking(wish).from(Origin.INFLUENCED);
    var asked = (ToolOutcome.NeedsApproval) ana.run(ana.newCall(), "create_event", LUNCH);
    assertThat(asked.ask().summary().reasons()).contains(Reason.INFLUENCED);
    assertThat(ana.run(ana.newCall(), "undo", "{}")).isInstanceOf(ToolOutcome.NeedsApproval.class);
  }

  @Test
  void asks_nobody_about_her_own_doing_or_about_reading() {
    assertThat(herself().run(ana.newCall(), "create_event", LUNCH))
        .isInstanceOf(ToolOutcome.Answered.class);
    ana.from(Origin.INFLUENCED);
    assertThat(ana.events().events()).hasSize(1);
  }

  private EventView lunch() {
    return ((CalendarResult.Created) herself().done("create_event", LUNCH)).event();
  }

  private Conversing herself() {
    return new Conversing(TOOLS, ana.user).from(Origin.USER);
  }

  private static String reason(ToolOutcome outcome) {
    return ((CalendarFailure.Invalid) ((ToolOutcome.Refused) outcome).failure()).reason();
  }
}
