package io.rendezvous.crashpoints.hook;

import java.util.Set;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What shall happen, and at which hit of which point. */
final class Order {
  private static final String ANY = "*";

  private final String point;
  private final String subject;
  private final AtomicInteger hitsLeft;
  private final Runnable act;

  /** Producers that wrote to the subject in the transaction that is open; they equal themselves. */
  private final Set<Object> writers = ConcurrentHashMap.newKeySet();

  private Order(String point, String subject, int hit, Runnable act) {
    this.point = point;
    this.subject = subject;
    this.hitsLeft = new AtomicInteger(hit);
    this.act = act;
  }

  /**
   * Reads {@code [pause] point subject hit}; hits are counted from now on.
   *
   * @throws IllegalArgumentException if the line is of another form
   */
  static Order read(String line, OrderFile file) {
    var words = new StringTokenizer(line);
    int count = words.countTokens();
    boolean pause = line.strip().startsWith("pause ");
    if (count != (pause ? 4 : 3)) {
      throw new IllegalArgumentException(
          "Expected a line like [pause] kafka.acknowledged prompts 1, but found: " + line);
    }
    if (pause) {
      words.nextToken();
    }
    return new Order(
        words.nextToken(),
        words.nextToken(),
        Integer.parseInt(words.nextToken()),
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
    return hitsLeft.decrementAndGet() == 0;
  }

  void carryOut() {
    act.run();
  }
}
