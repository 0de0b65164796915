package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.command.Report.ApprovalExpired;
import io.rendezvous.common.command.Report.DeadlineReached;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.orchestrator.conversation.Conversation;
import io.rendezvous.orchestrator.conversation.DueTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/** When conversations are to be told of the time: deadlines of turns, and of approvals. */
final class Deadlines {
  private static final int TIME_CHARACTERS = 16;
  private static final String LATEST = time(Instant.ofEpochMilli(Long.MAX_VALUE));

  private final KeyValueStore<String, byte[]> store;

  Deadlines(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void save(Conversation before, Conversation after) {
    List<DueTime> old = before.dueTimes();
    List<DueTime> now = after.dueTimes();
    old.stream().filter(due -> !now.contains(due)).forEach(due -> store.delete(key(due)));
    byte[] owner = StoredState.write(after.owner());
    now.stream().filter(due -> !old.contains(due)).forEach(due -> store.put(key(due), owner));
  }

  boolean isEmpty() {
    try (var all = store.range("", LATEST)) {
      return !all.hasNext();
    }
  }

  /** Takes out what is due, the earliest first, at most so many. */
  List<Report> takeDue(Instant now, int most) {
    var due = new ArrayList<Report>();
    var keys = new ArrayList<String>();
    try (var over = store.range("", time(now.plusMillis(1)))) {
      while (over.hasNext() && due.size() < most) {
        var entry = over.next();
        keys.add(entry.key);
        due.add(
            report(
                StoredState.read(entry.value, UserId.class), entry.key.substring(TIME_CHARACTERS)));
      }
    }
    keys.forEach(store::delete);
    return due;
  }

  private static Report report(UserId owner, String id) {
    return TurnId.isTurnId(id)
        ? new DeadlineReached(owner, new TurnId(id))
        : new ApprovalExpired(owner, new ApprovalId(id));
  }

  private static String key(DueTime due) {
    return time(due.at()) + due.id();
  }

  private static String time(Instant instant) {
    return HexFormat.of().toHexDigits(instant.toEpochMilli());
  }
}
