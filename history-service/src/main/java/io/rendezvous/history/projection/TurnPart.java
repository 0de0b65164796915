package io.rendezvous.history.projection;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.history.log.LoggedEvent;
import java.time.Instant;

/**
 * One item of the table of turns: a turn, or, where it is too large for one item, a part of it. The
 * progress is the whole turn's as of this part's last event, so the last part tells how it stands.
 *
 * @param storedSequence the {@code lastSequence} of the item in the table; 0 where there is none
 * @param spent by the events of this part alone
 */
record TurnPart(
    TurnId turn,
    UserId user,
    long firstSequence,
    long lastSequence,
    long storedSequence,
    Progress progress,
    Spent spent,
    PackedEvents events) {

  /** The first part of a turn. */
  static TurnPart from(LoggedEvent first, UserId user, Instant at) {
    return starting(first, user, at, Progress.from(first.event(), at));
  }

  /** A further part, since this one is full. */
  TurnPart next(LoggedEvent event, Instant at) {
    return starting(event, user, at, progress.after(event.event(), at));
  }

  private static TurnPart starting(LoggedEvent first, UserId user, Instant at, Progress progress) {
    return new TurnPart(
        requireNonNull(first.turn(), "turn"),
        user,
        first.sequence(),
        first.sequence(),
        0,
        progress,
        Spent.NOTHING.plus(first.event()),
        PackedEvents.NONE.plus(PackedEvents.entry(first, at)));
  }

  TurnPart plus(LoggedEvent event, Instant at) {
    return new TurnPart(
        turn,
        user,
        firstSequence,
        event.sequence(),
        storedSequence,
        progress.after(event.event(), at),
        spent.plus(event.event()),
        events.plus(PackedEvents.entry(event, at)));
  }

  TurnPart stored() {
    return new TurnPart(
        turn, user, firstSequence, lastSequence, lastSequence, progress, spent, events);
  }

  boolean isChanged() {
    return lastSequence != storedSequence;
  }

  boolean isRunning() {
    return !progress.status().isFinal();
  }
}
