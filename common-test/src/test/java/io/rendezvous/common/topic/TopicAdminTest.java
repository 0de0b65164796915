package io.rendezvous.common.topic;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rendezvous.common.topic.Topic.Timestamps;
import io.rendezvous.testsupport.TestKafka;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
  private final Admin admin =
      Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
  private final TopicAdmin topics = new TopicAdmin(admin);
  private final Topic topic =
      new Topic(
          "topic-" + UUID.randomUUID(), 2, Duration.ofDays(1), 100_000, Timestamps.CREATE_TIME);

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void creates_what_is_missing_and_accepts_what_is_as_declared() {
    assertThatCode(() -> topics.createAndVerify(List.of(topic, topic.deadLetters())))
        .doesNotThrowAnyException();
    assertThatCode(() -> topics.createAndVerify(List.of(topic, topic.deadLetters())))
        .doesNotThrowAnyException();
    assertThatCode(() -> topics.createAndVerify(Topics.ALL)).doesNotThrowAnyException();
  }

  @Test
  void names_every_difference() throws Exception {
    topics.createAndVerify(List.of(topic));
    var other = new Topic(topic.name(), 3, null, 200_000, Timestamps.APPEND_TIME);
    assertThatThrownBy(() -> topics.createAndVerify(List.of(other)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(topic.name() + " has 2 partitions, not 3")
        .hasMessageContaining("retention.ms=86400000, not -1")
        .hasMessageContaining("max.message.bytes=100000, not 200000")
        .hasMessageContaining("message.timestamp.type=CreateTime, not LogAppendTime");
  }

  @Test
  void many_processes_may_create_at_once() throws Exception {
    Callable<Boolean> create =
        () -> {
          topics.createAndVerify(List.of(topic));
          return true;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var created : threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> create).toList())) {
        created.get();
      }
    }
  }
}
