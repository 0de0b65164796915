package io.rendezvous.systemtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.systemtest.client.Client;
import io.rendezvous.systemtest.records.DeadLetterReader;
import io.rendezvous.systemtest.records.PoisonRecords;
import io.rendezvous.systemtest.records.RawRecords;
import io.rendezvous.systemtest.records.RecordPlace;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterTest {
  /** The tables on disk may still be behind the turns of other tests. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Client user = Stack.newUser();

  static Stream<Topic> topics() {
    return Topics.ALL.stream().filter(topic -> !topic.name().endsWith("-dlt"));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_bad_record_is_set_aside_with_the_reason_and_the_next_is_handled(Topic topic)
      throws Exception {
    RecordPlace place = write(topic);

    var letter = DeadLetterReader.of(servers()).await(place, PATIENCE);

    assertThat(DeadLetterReader.reason(letter)).startsWith("NOT_AN_EVENT");
    assertThat(DeadLetterReader.header(letter, DeadLetters.TOPIC)).isEqualTo(topic.name());
    assertThat(new String(letter.value(), UTF_8)).isEqualTo("not an event");
  }

  @Test
  void turns_go_on_in_every_partition_after_bad_records() throws Exception {
    for (Topic topic : topics().toList()) {
      for (int i = 0; i < 16; i++) {
        write(topic);
      }
    }
    for (int i = 0; i < 8; i++) {
      assertThat(user.say("Planifie un point demain à " + (9 + i) + "h").status())
          .isEqualTo("completed");
    }
    assertThat(user.calendar()).hasSize(8);
  }

  private static RecordPlace write(Topic topic) throws Exception {
    try (var records = RawRecords.to(servers())) {
      return records.write(PoisonRecords.notAnEvent(topic, "bad-" + UUID.randomUUID()));
    }
  }

  private static String servers() {
    return Stack.rendezvous().bootstrapServers();
  }
}
