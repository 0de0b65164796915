package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.evidence.Submission;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.records.RawRecord;
import io.rendezvous.systemtest.records.RawRecords;
import io.rendezvous.systemtest.records.RecordPlace;
import io.rendezvous.systemtest.records.TopicReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;

@Tag("faults")
@OwnProcesses
class RepeatedRecordsTest {
  private static final int AT_ONCE = 50;
  private static final List<Topic> REPEATED =
      List.of(
          Topics.PROMPTS,
          Topics.OUTCOMES,
          Topics.TIMERS,
          Topics.MODEL_CALLS,
          Topics.CALENDAR_CALLS,
          Topics.HISTORY,
          Topics.REPLY_DELTAS);

  @FaultRow(number = 18, fault = "repeated and reordered records")
  void change_nothing(Scene scene) throws Exception {
    scene.letRun(9);
    scene.heal();
    Evidence before = scene.gather();
    List<ConsumerRecord<String, byte[]>> all = records(scene, before);
    Collections.shuffle(all, scene.random());
    var written = new ArrayList<RecordPlace>();
    try (var records = RawRecords.to(scene.deployment().bootstrapServers())) {
      for (var record : all) {
        written.add(records.write(RawRecord.copyOf(record).to(record.partition())));
      }
    }
    scene.planted(written);
    scene.note(all.size() + " records repeated");

    Evidence after = scene.verify();

    assertThat(after.logs().history()).hasSameSizeAs(before.logs().history());
    assertThat(after.tables().calendarEvents()).hasSameSizeAs(before.tables().calendarEvents());
    assertThat(after.logs().deadLetters()).hasSameSizeAs(before.logs().deadLetters());
  }

  private static List<ConsumerRecord<String, byte[]>> records(Scene scene, Evidence evidence) {
    Set<String> conversations =
        evidence.logs().history().stream()
            .map(record -> record.message().conversation().value())
            .collect(Collectors.toSet());
    var reader = TopicReader.of(scene.deployment().bootstrapServers());
    var all = new ArrayList<ConsumerRecord<String, byte[]>>();
    for (Topic topic : REPEATED) {
      reader.committed(topic.name()).stream()
          .filter(record -> conversations.contains(record.key()))
          .forEach(all::add);
    }
    return all;
  }

  @FaultRow(number = 19, fault = "the same key and body 50 times at once")
  void are_one_turn(Scene scene) throws Exception {
    Recorder user = scene.user();
    String key = "row19-" + scene.seed();
    List<Future<Submission>> sent = new ArrayList<>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        sent.add(clients.submit(() -> user.submit(Say.book(key, 0), null, key)));
      }
    }
    Set<Submission.Answer> answers = new HashSet<>();
    for (var one : sent) {
      answers.add(one.get().answer());
    }
    assertThat(answers).singleElement().isInstanceOf(Submission.Accepted.class);
    user.followToTheEnd(sent.getFirst().get()).orElseThrow();
    scene.heal();
    Evidence evidence = scene.verify();
    Seen.requireCompleted(evidence);
    assertThat(Seen.calendarEvents(evidence, user.user())).isEqualTo(1);
    TurnId turn = ((Submission.Accepted) answers.iterator().next()).turn();
    ConversationId conversation = turn.conversation();
    assertThat(Seen.ends(evidence).keySet())
        .filteredOn(ended -> ended.conversation().equals(conversation))
        .containsExactly(turn);
    assertThat(scene.model().repeats(key)).isZero();
  }
}
