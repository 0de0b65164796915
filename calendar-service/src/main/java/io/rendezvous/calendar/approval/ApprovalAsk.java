package io.rendezvous.calendar.approval;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.common.calendar.ApprovalSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user is asked, and what an answer is bound to.
 *
 * @param arguments the digest of the arguments in their canonical form
 * @param seen the event that would be touched, as it was then; null where one would be made
 */
public record ApprovalAsk(
    ApprovalSummary summary, String arguments, @Nullable CalendarEvent seen, Instant expiresAt) {
  public ApprovalAsk {
    requireNonNull(summary, "summary");
    requireNonNull(arguments, "arguments");
    requireNonNull(expiresAt, "expiresAt");
  }
}
