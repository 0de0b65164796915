package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.evidence.RecordedStream;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.records.GoodRecords;
import io.rendezvous.systemtest.records.PoisonRecords;
import io.rendezvous.systemtest.records.RawRecord;
import io.rendezvous.systemtest.records.RawRecords;
import io.rendezvous.systemtest.records.RecordPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;

@OwnProcesses
class PoisonTest {
  private static final Duration NEXT_LIMIT = Duration.ofSeconds(5);

  @FaultRow(number = 17, fault = "poison records in each topic")
  void are_set_aside_and_counted_and_the_next_record_is_handled(Scene scene) throws Exception {
    Recorder user = scene.user();
    String name = "row17-" + scene.seed();
    RecordedStream first = user.say(Say.chat(name), null);
    ConversationId conversation = first.conversation();
    assertThat(conversation).isNotNull();
    List<Topic> topics =
        Topics.ALL.stream().filter(topic -> !topic.name().endsWith("-dlt")).toList();
    for (Topic topic : topics) {
      var letters = Letters.of(scene.deployment(), topic);
      List<RecordPlace> places = poison(scene, topic, user, conversation);
      Instant written = Instant.now();
      RecordedStream next = user.say(Say.list(name + "-" + topic.name()), conversation.value());
      Duration took = Duration.between(written, Instant.now());
      assertThat(next.complete()).isTrue();
      assertThat(took).as("next after " + topic).isLessThan(scene.stretched(NEXT_LIMIT));
      letters.await(places, scene.stretched(NEXT_LIMIT.multipliedBy(2)));
      scene.diary().note(places.size() + " poison records of " + topic.name() + " are set aside");
    }
    scene.heal();
    Seen.requireCompleted(scene.verify());
  }

  /** One of each kind, where the conversation's own records stand. */
  private static List<RecordPlace> poison(
      Scene scene, Topic topic, Recorder user, ConversationId conversation) throws Exception {
    RawRecord good = GoodRecords.of(topic, user.user(), conversation);
    var bad = new ArrayList<RawRecord>();
    bad.add(PoisonRecords.badJson(good));
    bad.add(PoisonRecords.wrongType(good));
    bad.add(PoisonRecords.unknownVersion(good));
    bad.add(PoisonRecords.largest(topic, PoisonRecords.badJson(good)));
    var places = new ArrayList<RecordPlace>();
    try (var records = RawRecords.to(scene.deployment().bootstrapServers())) {
      for (RawRecord record : bad) {
        places.add(records.write(record));
      }
      if (good.key() != null) {
        RawRecord keyless = PoisonRecords.nullKey(good).to(places.getFirst().partition());
        places.add(records.write(keyless));
      }
      assertThatThrownBy(() -> records.write(PoisonRecords.tooLarge(topic, good)))
          .hasCauseInstanceOf(RecordTooLargeException.class);
    }
    scene.planted(places);
    return places;
  }
}
