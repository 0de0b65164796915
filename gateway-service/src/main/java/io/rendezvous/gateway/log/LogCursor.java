package io.rendezvous.gateway.log;

import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads one conversation's events in order from a place on, without a gap or a repeat: from the
 * table as far as it reaches, then from the tail. Turns interleave, so an event may be in an item
 * that begins long before it.
 */
public final class LogCursor {
  private final UserId user;
  private final Following tail;
  private final TurnTable turns;
  private final ConversationTable conversations;
  private final LogSettings settings;
  private final TreeMap<Long, Entry> stored = new TreeMap<>();
  private long position;
  private boolean pastTable;
  private long missingSince;

  LogCursor(
      UserId user,
      Following tail,
      TurnTable turns,
      ConversationTable conversations,
      LogSettings settings,
      long position) {
    this.user = user;
    this.tail = tail;
    this.turns = turns;
    this.conversations = conversations;
    this.settings = settings;
    this.position = position;
  }

  /** The last event that was read. */
  public long position() {
    return position;
  }

  /** Whether it waits for the table to catch up: look again soon, even if the tail is silent. */
  public boolean behind() {
    return missingSince != 0;
  }

  /**
   * The events that follow; empty when there are none yet.
   *
   * @throws Problem 503 if the table lacks an event that it should have had by now
   */
  public List<Entry> next() {
    // The tail first: what it lets go of is in the table by then.
    var slice = tail.after(position);
    if (slice.complete()) {
      pastTable = true;
      stored.clear();
      return advance(slice.entries());
    }
    if (slice.entries().isEmpty() && pastTable && tail.last() <= position) {
      return List.of();
    }
    return advance(fromTable(slice.entries()));
  }

  private List<Entry> fromTable(List<Entry> newest) {
    newest.forEach(entry -> stored.put(entry.sequence(), entry));
    if (!stored.containsKey(position + 1)) {
      keep(turns.beginningAfter(tail.conversation(), position));
    }
    if (!stored.containsKey(position + 1) && position > 0) {
      lookBack();
    }
    stored.headMap(position, true).clear();
    if (stored.isEmpty()) {
      pastTable = true;
      return List.of();
    }
    if (!stored.containsKey(position + 1)) {
      return hole() ? from(stored.firstKey()) : List.of();
    }
    return from(position + 1);
  }

  /** The next event may belong to an item that began earlier. */
  private void lookBack() {
    long before = position + 1;
    while (!stored.containsKey(position + 1)) {
      var items = turns.beginningBefore(tail.conversation(), before);
      if (items.isEmpty()) {
        return;
      }
      keep(items);
      before = items.getLast().firstSequence();
    }
  }

  private void keep(List<StoredTurn> items) {
    for (StoredTurn item : items) {
      for (Entry entry : item.entries()) {
        if (entry.sequence() > position) {
          stored.putIfAbsent(entry.sequence(), entry);
        }
      }
    }
  }

  /**
   * Whether the number that follows will never be found: a conversation's creation is not in the
   * table, nor is an event of a later version; else the table is about to have it.
   */
  private boolean hole() {
    if (position == 0 && stored.firstKey() == 2) {
      return true;
    }
    long now = System.nanoTime();
    missingSince = missingSince == 0 ? now : missingSince;
    if (covered() > position) {
      return now - missingSince > settings.holePatience().toNanos();
    }
    if (now - missingSince > settings.gapPatience().toNanos()) {
      throw Problem.of(ProblemCode.HISTORY_UNAVAILABLE, "The history is not up to date.")
          .retryAfter(settings.gapPatience());
    }
    return false;
  }

  private long covered() {
    return conversations
        .find(user, tail.conversation())
        .map(StoredConversation::lastSequence)
        .orElse(0L);
  }

  private List<Entry> from(long first) {
    var run = new ArrayList<Entry>();
    for (Entry entry : stored.tailMap(first, true).values()) {
      if (!run.isEmpty() && entry.sequence() != run.getLast().sequence() + 1) {
        break;
      }
      run.add(entry);
    }
    return run;
  }

  private List<Entry> advance(List<Entry> run) {
    if (!run.isEmpty()) {
      position = run.getLast().sequence();
      missingSince = 0;
      stored.headMap(position, true).clear();
    }
    return run;
  }
}
