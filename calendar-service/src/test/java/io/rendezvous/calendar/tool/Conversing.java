package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.TestCalls;
import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.command.Confirmation;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.Ids;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.tool.Origin;
import io.rendezvous.common.tool.ToolCall;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One user whose model calls tools, a turn each. */
final class Conversing {
  private static final Personal BESIDE = new Personal("", 0, "");

  private final CalendarTools tools;
  final UserId user;
  private Confirmation confirmation = Confirmation.NEVER;
  private Origin origin = Origin.MODEL;

  Conversing(CalendarTools tools, UserId user) {
    this.tools = tools;
    this.user = user;
  }

  Conversing asking(Confirmation wish) {
    confirmation = wish;
    return this;
  }

  Conversing from(Origin who) {
    origin = who;
    return this;
  }

  CallId newCall() {
    return TestCalls.newCall(user);
  }

  ToolOutcome run(CallId call, String tool, String arguments) {
    return run(call, tool, arguments, false);
  }

  ToolOutcome approved(CallId call, String tool, String arguments) {
    return run(call, tool, arguments, true);
  }

  ToolOutcome rollBack(CallId call) {
    return tools.rollBack(call(call, "undo_turn", null, Origin.ROLLBACK, false)).orElseThrow();
  }

  CalendarResult done(String tool, String arguments) {
    return result(run(newCall(), tool, arguments));
  }

  static CalendarResult result(ToolOutcome outcome) {
    return ((ToolOutcome.Answered) outcome).answer().result();
  }

  EventView create(String title, String start) {
    return ((CalendarResult.Created)
            done("create_event", "{'title': '" + title + "', 'start': '" + start + "'}"))
        .event();
  }

  CalendarResult.Events events() {
    return (CalendarResult.Events)
        done("list_events", "{'from': '2026-11-01T00:00', 'to': '2027-01-01T00:00'}");
  }

  private ToolOutcome run(CallId call, String tool, String arguments, boolean isApproved) {
    return tools
        .run(call(call, tool, BESIDE, origin, isApproved), arguments.replace('\'', '"'))
        .orElseThrow();
  }

  private ToolCall call(
      CallId call, String tool, @Nullable Personal arguments, Origin who, boolean isApproved) {
    Preferences usual = Preferences.of(Locale.ENGLISH, ZoneId.of("Europe/Paris"));
    var preferences =
        new Preferences(
            usual.language(),
            usual.timeZone(),
            usual.dayStart(),
            usual.dayEnd(),
            usual.meetingMinutes(),
            null,
            usual.parameters(),
            null,
            null,
            null,
            null,
            confirmation,
            null);
    return new ToolCall(
        user,
        call,
        new AskId(Ids.derive(call.value())),
        tool,
        arguments,
        preferences,
        Instant.now(),
        who,
        isApproved ? ApprovalId.of(call) : null);
  }
}
