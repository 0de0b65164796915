package io.rendezvous.common.calendar;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.calendar.CalendarResult.EventView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user is asked to approve.
 *
 * @param tool that would be carried out
 * @param before the event as it is; null where there is none
 * @param after the event as it would be; null where it would be gone
 * @param scope how much of a series is meant
 * @param notifyAttendees whether attendees would be told
 * @param reasons why she is asked
 */
public record ApprovalSummary(
    String tool,
    @Nullable EventView before,
    @Nullable EventView after,
    @Nullable Scope scope,
    boolean notifyAttendees,
    List<Reason> reasons) {
  public ApprovalSummary {
    requireNonNull(tool, "tool");
    reasons = List.copyOf(reasons);
  }

  /** Why a user is asked. */
  public enum Reason {
    /** She wants to be asked about everything. */
    ALWAYS,
    /** Other people would see it. */
    REACHES_OTHERS,
    /** The model had read text that other people wrote. */
    INFLUENCED
  }
}
