package io.rendezvous.gateway.log;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads conversations: tables and tail as one. */
public final class LogReader {
  private final TurnTable turns;
  private final ConversationTable conversations;
  private final LogSettings settings;

  LogReader(TurnTable turns, ConversationTable conversations, LogSettings settings) {
    this.turns = turns;
    this.conversations = conversations;
    this.settings = settings;
  }

  /** Reads on after this event. */
  public LogCursor after(UserId user, Following tail, long sequence) {
    return new LogCursor(user, tail, turns, conversations, settings, sequence);
  }

  /** The last event's number as far as tables and tail tell it; 0 if there is none. */
  public long last(UserId user, Following tail) {
    return Math.max(tail.last(), stored(user, tail));
  }

  private long stored(UserId user, Following tail) {
    return conversations
        .find(user, tail.conversation())
        .map(StoredConversation::lastSequence)
        .orElse(0L);
  }

  /**
   * Every event of a turn so far, in order, but for refusals and what others did; empty if there is
   * no such turn.
   */
  public List<Entry> events(Following tail, TurnId turn) {
    return events(tail, turn, settings.tableLimit());
  }

  /** The same, where the tables are given no longer than this to answer a call. */
  public List<Entry> events(Following tail, TurnId turn, Duration limit) {
    var recent = tail.entries().stream().filter(entry -> isOf(turn, entry)).toList();
    if (!recent.isEmpty() && recent.getFirst().event() instanceof Event.Acceptance) {
      return recent;
    }
    var merged = new TreeMap<Long, Entry>();
    Stream.concat(turns.events(turn, limit).stream(), recent.stream())
        .filter(entry -> isOf(turn, entry))
        .forEach(entry -> merged.put(entry.sequence(), entry));
    return List.copyOf(merged.values());
  }

  private static boolean isOf(TurnId turn, Entry entry) {
    return entry.event() instanceof Event.OfTurn event
        && event.turn().equals(turn)
        && !(event instanceof Event.PromptRefused || event instanceof Event.CalendarChanged);
  }

  /**
   * The newest events before this one that are wanted, newest first; all of them where there are
   * fewer than the limit.
   */
  public List<Entry> latest(
      UserId user, Following tail, long before, int limit, Predicate<Entry> wanted) {
    var known = new TreeMap<Long, Entry>();
    tail.entries().forEach(entry -> known.put(entry.sequence(), entry));
    var found = new ArrayList<Entry>();
    long sequence = known.isEmpty() ? 0 : Math.min(before - 1, known.lastKey());
    if (sequence < before - 1) {
      sequence = Math.min(before - 1, Math.max(sequence, stored(user, tail)));
    }
    long beginningBefore = before;
    boolean more = true;
    while (sequence > 0 && found.size() < limit) {
      Entry entry = known.get(sequence);
      if (entry == null && more) {
        var items = turns.beginningBefore(tail.conversation(), beginningBefore);
        items.forEach(item -> item.entries().forEach(e -> known.put(e.sequence(), e)));
        more = !items.isEmpty();
        beginningBefore = more ? items.getLast().firstSequence() : 0;
      } else {
        if (entry != null && wanted.test(entry)) {
          found.add(entry);
        }
        sequence--;
      }
    }
    return found;
  }
}
