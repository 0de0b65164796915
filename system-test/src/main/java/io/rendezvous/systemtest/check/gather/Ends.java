package io.rendezvous.systemtest.check.gather;

import static java.util.stream.Collectors.toMap;

import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.event.Event.Acceptance;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.common.wire.UnreadableRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether everything has come to rest: no transaction open, no turn running, every group done with
 * the last record, and the ends still the same after that was seen.
 */
final class Ends {
  private static final int TOLD = 8;

  private final TopicReader reader;
  private final Admin admin;
  private final Predicate<RawRecord> evidence;
  private final OwnerMarks marks;
  private final Set<TurnId> running = new LinkedHashSet<>();
  private final Set<TurnId> ended = new HashSet<>();
  private int folded;

  /** Turns are looked for in those records alone that are evidence, and their users' own. */
  Ends(TopicReader reader, Admin admin, Predicate<RawRecord> evidence, OwnerMarks marks) {
    this.reader = reader;
    this.admin = admin;
    this.evidence = evidence;
    this.marks = marks;
  }

  /** What is still to be waited for; nothing when all is at rest. */
  List<String> missing() throws ExecutionException, InterruptedException {
    var missing = new ArrayList<String>();
    Map<TopicPartition, Long> ends = reader.readToEnds();
    Map<TopicPartition, Long> written = written();
    written.forEach(
        (partition, end) -> {
          if (end > ends.getOrDefault(partition, 0L)) {
            missing.add(partition + " has an open transaction before offset " + end);
          }
        });
    foldTurns();
    running.stream().limit(TOLD).forEach(turn -> missing.add("turn " + turn + " still runs"));
    new Groups(admin).behind(reader.lasts()).forEach(behind -> missing.add(behind.toString()));
    if (missing.isEmpty() && !written().equals(written)) {
      missing.add("records are still being written");
    }
    return missing;
  }

  /** The ends of what was ever written, committed or not. */
  private Map<TopicPartition, Long> written() throws ExecutionException, InterruptedException {
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                reader.partitions().stream()
                    .collect(toMap(partition -> partition, _ -> OffsetSpec.latest())),
                new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
            .all()
            .get();
    return ends.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private void foldTurns() {
    List<RawRecord> records = reader.records();
    for (; folded < records.size(); folded++) {
      RawRecord raw = records.get(folded);
      if (raw.place().topic().equals(Topics.HISTORY.name()) && evidence.test(raw)) {
        fold(raw.record());
      }
    }
  }

  private void fold(ConsumerRecord<String, byte[]> record) {
    try {
      var decision = Codec.decode(record.headers(), record.value(), Decision.class);
      if (decision.conversation().value().equals(record.key())
          && marks.owns(decision.user(), decision.conversation())) {
        decision.events().forEach(numbered -> fold(numbered.event()));
      }
    } catch (UnreadableRecord setAside) {
      // It begins and ends no turn.
    }
  }

  private void fold(Event event) {
    if (event instanceof Acceptance accepted && !ended.contains(accepted.turn())) {
      running.add(accepted.turn());
    } else if (event instanceof TurnEnded end) {
      running.remove(end.turn());
      ended.add(end.turn());
    }
  }
}
