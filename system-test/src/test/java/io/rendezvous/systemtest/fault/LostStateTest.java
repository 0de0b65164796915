package io.rendezvous.systemtest.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.SecretKeys;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Codec;
import io.rendezvous.systemtest.OwnProcesses;
import io.rendezvous.systemtest.check.recording.Recorder;
import io.rendezvous.systemtest.deployment.Metrics;
import io.rendezvous.systemtest.deployment.Service;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.springframework.util.FileSystemUtils;

@Tag("faults")
@OwnProcesses
class LostStateTest {
  private static final String ID_KEY = "RENDEZVOUS_SECRETS_ID_KEY";
  private static final Duration WRITTEN_LIMIT = Duration.ofMinutes(10);

  /** What is stated: the store is small and read in one sweep. */
  private static final Duration RESTORED_LIMIT = Duration.ofSeconds(60);

  @FaultRow(number = 48, fault = "state store lost", setup = Setup.OWN, load = 0)
  void is_restored_from_the_changelog(Scene scene) throws Exception {
    int stored = scene.isLast() ? scene.settings().stored() : scene.settings().fewer();
    ServiceProcess orchestrator = scene.service(Service.ORCHESTRATOR);
    write(scene, stored);
    Until.holds(
        stored + " conversations are decided",
        scene.stretched(WRITTEN_LIMIT),
        () -> Metrics.of(orchestrator).sum("rendezvous_decisions_total") >= stored);
    Until.holds(
        "the tables have them",
        scene.stretched(WRITTEN_LIMIT),
        () -> Lag.of(scene.deployment(), "history-projection", Topics.HISTORY) == 0);
    scene.diary().note(stored + " conversations are stored");
    scene.beginAnew();
    Recorder user = scene.user();
    String conversation =
        String.valueOf(user.say(Say.chat("row48-" + scene.seed()), null).conversation());

    scene.breaking().kill(orchestrator);
    assertThat(
            FileSystemUtils.deleteRecursively(
                scene.deployment().folder().resolve("streams/orchestrator-0")))
        .isTrue();
    scene.heal();
    Instant began = Instant.now();
    assertThat(user.say(Say.list("row48-" + scene.seed() + "-b"), conversation).complete())
        .isTrue();
    Duration took = Duration.between(began, Instant.now());

    scene.note(stored + " conversations restored in " + took.toMillis() + " ms, start included");
    assertThat(took).isLessThan(scene.stretched(RESTORED_LIMIT));
    Seen.requireCompleted(scene.verify());
  }

  private static void write(Scene scene, int count) {
    var marks = new OwnerMarks(SecretKeys.decode(ID_KEY, scene.deployment().secrets().get(ID_KEY)));
    var codec = new Codec("system-test");
    // Of a user whom nobody lists: what is judged afterwards is the turns of another.
    var user = new UserId("u-stored");
    scene.planted(user);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", scene.deployment().bootstrapServers(), "linger.ms", 20),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < count; i++) {
        ConversationId conversation = marks.mint(user, "stored-" + scene.seed() + "-" + i);
        var create = new CreateConversation(user, conversation, null, null, Map.of());
        var _ =
            producer.send(
                codec.encode(
                    Topics.PROMPTS,
                    conversation.value(),
                    create,
                    UUID.randomUUID().toString(),
                    Instant.now(),
                    null));
      }
      producer.flush();
    }
  }
}
