package io.rendezvous.systemtest.fault;

import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.recording.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations that book, list and chat all the while, each a user's own. */
final class Load {
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> turns = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private final List<Duration> times = new ArrayList<>();
  private final Duration pause;
  private volatile boolean lastRound;

  private Load(Duration pause) {
    this.pause = pause;
  }

  static Load start(List<Recorder> users, String run, boolean chatOnly, Duration pause) {
    var load = new Load(pause);
    for (Recorder user : users) {
      load.threads.add(
          Thread.ofVirtual()
              .name("load-" + user.user())
              .start(() -> load.talk(user, run, chatOnly)));
    }
    return load;
  }

  private void talk(Recorder user, String run, boolean chatOnly) {
    String conversation = null;
    try {
      for (int number = 0; ; number++) {
        boolean last = lastRound;
        String turn = run + "-" + user.user() + "-" + number;
        Instant began = Instant.now();
        String text = chatOnly ? Say.chat(turn) : said(turn, number);
        RecordedStream stream = user.say(text, conversation);
        conversation = keep(turn, stream, conversation, Duration.between(began, Instant.now()));
        if (last) {
          return;
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static String said(String turn, int number) {
    return switch (number % 3) {
      case 0 -> Say.book(turn, number);
      case 1 -> Say.list(turn);
      default -> Say.chat(turn);
    };
  }

  private synchronized @Nullable String keep(
      String turn, RecordedStream stream, @Nullable String before, Duration took) {
    turns.add(turn);
    times.add(took);
    if (!stream.complete()) {
      troubles.add(turn + " was not answered: " + stream.connections());
    }
    var conversation = stream.conversation();
    return conversation == null ? before : conversation.value();
  }

  /** How many turns have ended. */
  synchronized int ended() {
    return turns.size();
  }

  /** How long each took, from the n-th on. */
  synchronized List<Duration> timesSince(int first) {
    return List.copyOf(times.subList(first, times.size()));
  }

  /** Their names in the model's ledger. */
  synchronized List<String> turns() {
    return List.copyOf(turns);
  }

  /** Lets each conversation have one whole turn more. */
  void finish(Duration limit) throws InterruptedException {
    lastRound = true;
    for (Thread thread : threads) {
      if (!thread.join(limit)) {
        throw new AssertionError("Expected " + thread.getName() + " to end within " + limit);
      }
    }
    synchronized (this) {
      if (!troubles.isEmpty()) {
        throw new AssertionError("Expected every prompt to be answered, but " + troubles);
      }
    }
  }

  void stop() {
    threads.forEach(Thread::interrupt);
  }
}
