package io.rendezvous.calendar.approval;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.common.calendar.ApprovalSummary;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import java.util.Locale;

/**
 * What a user was asked about an event, and may still answer.
 *
 * @param ask which the call's reports must name
 * @param language that she is told in
 * @param seen the event that would be touched, as it was then
 */
public record OpenAsk(
    UserId user,
    CallId call,
    AskId ask,
    Locale language,
    ApprovalSummary summary,
    CalendarEvent seen) {
  public OpenAsk {
    requireNonNull(user, "user");
    requireNonNull(call, "call");
    requireNonNull(ask, "ask");
    requireNonNull(language, "language");
    requireNonNull(summary, "summary");
    requireNonNull(seen, "seen");
  }
}
