package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Request.CancelTurn;
import io.rendezvous.common.event.Decision;
import io.rendezvous.common.event.Event.TurnEnded;
import io.rendezvous.common.event.NumberedEvent;
import io.rendezvous.common.event.TurnEndReason;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Json;
import io.rendezvous.systemtest.check.evidence.Evidence;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.records.DeadLetterReader;
import io.rendezvous.systemtest.records.RawRecord;
import io.rendezvous.systemtest.records.RawRecords;
import io.rendezvous.systemtest.records.RecordPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.node.ObjectNode;

/** What a later version will write is read by this one: readers are upgraded before writers. */
final class FutureEvents {
  private static final String READER = "history-projection";

  private FutureEvents() {}

  static void areRead(Scene scene, Evidence evidence) throws Exception {
    Recorder user = scene.user();
    var conversation = evidence.marks().mint(user.user(), "future-" + scene.seed());
    TurnId turn = TurnId.of(conversation, "future");
    var ended = new NumberedEvent(1, new TurnEnded(turn, TurnEndReason.CANCELLED));
    var decision =
        new Decision(
            user.user(),
            conversation,
            Instant.now(),
            new CancelTurn(user.user(), turn),
            List.of(ended));
    RawRecord now = RawCommands.of(Topics.HISTORY, conversation, decision, Instant.now());
    var json = (ObjectNode) Json.MAPPER.readTree(now.value());
    json.put("addedLater", "a field");
    ((ObjectNode) json.path("events").path(0).path("event")).put("type", "turn.dreamt");
    RecordPlace place;
    try (var records = RawRecords.to(scene.deployment().bootstrapServers())) {
      place = records.write(now.withValue(Json.MAPPER.writeValueAsBytes(json)));
    }
    scene.diary().note("an event of a later version stands at " + place);
    Until.holds(
        "the event of a later version is read",
        scene.stretched(Duration.ofSeconds(30)),
        () -> done(scene, place) > place.offset());
    assertThat(DeadLetterReader.of(scene.deployment().bootstrapServers()).all(place)).isEmpty();
  }

  private static long done(Scene scene, RecordPlace place) throws Exception {
    var servers = scene.deployment().bootstrapServers();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      OffsetAndMetadata mark =
          admin
              .listConsumerGroupOffsets(READER)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(new TopicPartition(place.topic(), place.partition()));
      return mark == null ? 0 : mark.offset();
    }
  }
}
