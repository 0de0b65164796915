package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** The deadlines of the turns that run, by time. */
final class Deadlines {
  private static final int TIME_CHARACTERS = 16;
  private static final String LATEST = time(Instant.ofEpochMilli(Long.MAX_VALUE));

  private final KeyValueStore<String, byte[]> store;

  Deadlines(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void save(Conversation before, Conversation after) {
    Optional<Turn> old = before.phase().running();
    Optional<Turn> now = after.phase().running();
    if (!old.equals(now)) {
      old.ifPresent(turn -> store.delete(key(turn)));
      now.ifPresent(turn -> store.put(key(turn), StoredState.write(after.owner())));
    }
  }

  boolean isEmpty() {
    try (var all = store.range("", LATEST)) {
      return !all.hasNext();
    }
  }

  /** Takes out the deadlines that are over, the earliest first, at most so many. */
  List<DeadlineReached> takeDue(Instant now, int most) {
    var due = new ArrayList<DeadlineReached>();
    var keys = new ArrayList<String>();
    try (var over = store.range("", time(now.plusMillis(1)))) {
      while (over.hasNext() && due.size() < most) {
        var entry = over.next();
        keys.add(entry.key);
        due.add(
            new DeadlineReached(
                StoredState.read(entry.value, UserId.class),
                new TurnId(entry.key.substring(TIME_CHARACTERS))));
      }
    }
    keys.forEach(store::delete);
    return due;
  }

  private static String key(Turn turn) {
    return time(turn.deadline()) + turn.id();
  }

  private static String time(Instant instant) {
    return HexFormat.of().toHexDigits(instant.toEpochMilli());
  }
}
