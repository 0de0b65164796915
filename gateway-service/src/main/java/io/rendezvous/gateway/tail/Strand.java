package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.model.ReplyDelta;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What the tail holds of one conversation, and those who wait for more of it. */
final class Strand {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final TreeMap<Long, Attempts> replies = new TreeMap<>();
  private long from = Long.MAX_VALUE;
  private long last;
  private @Nullable TurnId closedTurn;
  private long closedBefore;
  private long version;
  private int followers;

  /** The events of the decision that are new; a repeat has none. */
  List<Entry> append(Decision decision) {
    lock.lock();
    try {
      var fresh = new ArrayList<Entry>();
      for (NumberedEvent numbered : decision.events()) {
        if (numbered.sequence() > last) {
          var entry = new Entry(numbered.sequence(), decision.at(), numbered.event());
          from = Math.min(from, entry.sequence());
          last = entry.sequence();
          entries.put(last, entry);
          close(entry);
          fresh.add(entry);
        }
      }
      signal();
      return fresh;
    } finally {
      lock.unlock();
    }
  }

  /** Text of an answer that is in the log comes as the message. */
  private void close(Entry entry) {
    switch (entry.event()) {
      case Event.ModelResponded(var turn, _, _, _, _, _, _, _) -> closeReplies(turn, entry);
      case Event.ModelGaveUp(var turn, _, _, _, _) -> closeReplies(turn, entry);
      case Event.TurnEnded(var turn, _) -> closeReplies(turn, entry);
      case Event.OfTurn _,
          Event.ConversationCreated _,
          Event.ApprovalRefused _,
          Event.Unrecognized _ -> {}
    }
  }

  private void closeReplies(TurnId turn, Entry entry) {
    closedTurn = turn;
    closedBefore = entry.sequence();
    replies.values().removeIf(attempts -> attempts.turn().equals(turn));
  }

  /**
   * When its turn was accepted, if this is the first text of its answer. Text that comes after its
   * answer is in the log is not held: nobody would ever close it.
   */
  @Nullable Instant append(ReplyDelta delta, Instant now) {
    lock.lock();
    try {
      if (delta.turn().equals(closedTurn) && delta.askSequence() < closedBefore) {
        return null;
      }
      boolean begins = !replies.containsKey(delta.askSequence());
      var attempts = replies.computeIfAbsent(delta.askSequence(), _ -> new Attempts(delta, now));
      if (attempts.add(delta, now)) {
        signal();
      }
      return begins ? acceptedWithoutText(delta.turn()) : null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Instant acceptedWithoutText(TurnId turn) {
    for (Entry entry : entries.descendingMap().values()) {
      if (entry.event() instanceof Event.ModelResponded said
          && said.turn().equals(turn)
          && said.text() != null) {
        return null;
      }
      if (entry.event() instanceof Event.Acceptance accepted && accepted.turn().equals(turn)) {
        return entry.at();
      }
    }
    return null;
  }

  private void signal() {
    version++;
    changed.signalAll();
  }

  void wake() {
    lock.lock();
    try {
      signal();
    } finally {
      lock.unlock();
    }
  }

  /** Drops events up to this one: the tables have them. */
  void forget(long through) {
    lock.lock();
    try {
      entries.headMap(through, true).clear();
      from = Math.max(from == Long.MAX_VALUE ? 0 : from, through + 1);
    } finally {
      lock.unlock();
    }
  }

  /** Drops text that nobody has added to since then: its answer is not coming any more. */
  void forgetRepliesSilentSince(Instant then) {
    lock.lock();
    try {
      replies.values().removeIf(attempts -> attempts.silentSince(then));
    } finally {
      lock.unlock();
    }
  }

  long replyBytes() {
    lock.lock();
    try {
      return replies.values().stream().mapToLong(Attempts::bytes).sum();
    } finally {
      lock.unlock();
    }
  }

  /** Only within the map's own lock on this conversation, as {@link #idle}. */
  void join(int difference) {
    followers += difference;
  }

  boolean idle() {
    lock.lock();
    try {
      return followers == 0 && entries.isEmpty() && replies.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  Slice after(long sequence) {
    lock.lock();
    try {
      return new Slice(
          List.copyOf(entries.tailMap(sequence, false).values()), from <= sequence + 1);
    } finally {
      lock.unlock();
    }
  }

  long last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  /** The text on its way for the latest request up to this one. */
  Optional<Reply> reply(long upTo, String attempt, int shown) {
    lock.lock();
    try {
      var latest = replies.floorEntry(upTo);
      return latest == null
          ? Optional.empty()
          : Optional.of(latest.getValue().beyond(attempt, shown));
    } finally {
      lock.unlock();
    }
  }

  long version() {
    lock.lock();
    try {
      return version;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a version after the one that was seen, at most this long. */
  void await(long seen, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (version == seen && left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
