package io.rendezvous.crashpoints.hook;

import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What shall happen, and at which hit of which point. */
final class Order {
  private static final String ANY = "*";

  private final String point;
  private final String subject;
  private final int hit;

  /** Whose hits are counted each by itself; 0 is all hits together. */
  private final int threads;

  private final AtomicInteger hits = new AtomicInteger();
  private final Map<Thread, Integer> hitsOfThread = new ConcurrentHashMap<>();
  private final Runnable act;

  /** Producers that wrote to the subject in the transaction that is open; they equal themselves. */
  private final Set<Object> writers = ConcurrentHashMap.newKeySet();

  private Order(String point, String subject, int hit, int threads, Runnable act) {
    this.point = point;
    this.subject = subject;
    this.hit = hit;
    this.threads = threads;
    this.act = act;
  }

  /**
   * Reads {@code [pause] point subject hit [threads]}; hits are counted from now on. With a number
   * of threads each one's hits count by themselves, and all wait at theirs for the last one.
   *
   * @throws IllegalArgumentException if the line is of another form
   */
  static Order read(String line, OrderFile file) {
    var words = new StringTokenizer(line);
    boolean pause = line.strip().startsWith("pause ");
    int count = words.countTokens() - (pause ? 1 : 0);
    if (count != 3 && count != 4) {
      throw new IllegalArgumentException(
          "Expected a line like [pause] kafka.acknowledged prompts 1 [2], but found: " + line);
    }
    if (pause) {
      words.nextToken();
    }
    return new Order(
        words.nextToken(),
        words.nextToken(),
        Integer.parseInt(words.nextToken()),
        count == 4 ? Integer.parseInt(words.nextToken()) : 0,
        pause ? file::pause : file::halt);
  }

  boolean isAbout(String reached, String what) {
    return point.equals(reached) && (subject.equals(ANY) || subject.equals(what));
  }

  boolean isAboutTransaction(String reached, Object producer) {
    return point.equals(reached) && (subject.equals(ANY) || writers.contains(producer));
  }

  void sent(Object producer, String topic) {
    if (subject.equals(topic)) {
      writers.add(producer);
    }
  }

  void ended(Object producer) {
    writers.remove(producer);
  }

  /** Counts a hit; true at the one that is meant, once. */
  boolean isDue() {
    return threads == 0 ? hits.incrementAndGet() == hit : isLastThread();
  }

  /** Threads before the last one never come back from here. */
  private boolean isLastThread() {
    if (hitsOfThread.merge(Thread.currentThread(), 1, Integer::sum) != hit) {
      return false;
    }
    if (hits.incrementAndGet() == threads) {
      return true;
    }
    while (true) {
      LockSupport.park();
    }
  }

  void carryOut() {
    act.run();
  }
}
