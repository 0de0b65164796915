package io.rendezvous.systemtest.scripted;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A few numbers of each of the latest turns, and of all together. */
final class Ledger {
  private final Map<String, Account> turns;
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong open = new AtomicLong();
  private final AtomicLong tokens = new AtomicLong();

  /** Remembers at most so many turns. */
  Ledger(int limit) {
    this.turns =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
            return size() > limit;
          }
        };
  }

  /** One more request of this turn; returns how many there were with it. */
  int asked(String turn, int toolResults, int bytes) {
    requests.incrementAndGet();
    synchronized (turns) {
      Account now = turns.getOrDefault(turn, Account.NONE).asked(toolResults, bytes);
      turns.put(turn, now);
      return now.requests();
    }
  }

  /** Adds the model's own time to that of this turn; returns the sum. */
  long spent(String turn, long nanos, boolean whole) {
    synchronized (turns) {
      Account now = turns.getOrDefault(turn, Account.NONE).spent(nanos, whole);
      turns.put(turn, now);
      return now.ownNanos();
    }
  }

  @Nullable Account of(String turn) {
    synchronized (turns) {
      return turns.get(turn);
    }
  }

  /** An answer that took so many tokens is about to be told of. */
  void told(int tokens) {
    this.tokens.addAndGet(tokens);
  }

  /** What all answers took. */
  long tokens() {
    return tokens.get();
  }

  void began() {
    open.incrementAndGet();
  }

  void ended() {
    open.decrementAndGet();
  }

  /** How many answers are under way. */
  long open() {
    return open.get();
  }

  long requests() {
    return requests.get();
  }

  /**
   * What one turn has cost.
   *
   * @param requests all of them
   * @param rounds different places in the turn that were asked for: more requests than that were
   *     repeats
   * @param answers that were sent whole
   * @param bytes how large the last request was
   */
  record Account(int requests, int rounds, int answers, long ownNanos, int bytes) {
    static final Account NONE = new Account(0, 0, 0, 0, 0);

    Account asked(int toolResults, int bytes) {
      return new Account(requests + 1, Math.max(rounds, toolResults + 1), answers, ownNanos, bytes);
    }

    Account spent(long nanos, boolean whole) {
      return new Account(requests, rounds, answers + (whole ? 1 : 0), ownNanos + nanos, bytes);
    }
  }
}
