package io.rendezvous.systemtest.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.rendezvous.common.topic.Topic;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.work.DeadLetters;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.Metrics;
import io.rendezvous.systemtest.deployment.ServiceProcess;
import io.rendezvous.systemtest.records.DeadLetterReader;
import io.rendezvous.systemtest.records.RecordPlace;
import io.rendezvous.systemtest.records.TopicReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The dead letters of a topic, and what counts them. */
record Letters(Deployment deployment, Topic topic, double before) {

  static Letters of(Deployment deployment, Topic topic) throws IOException, InterruptedException {
    return new Letters(deployment, topic, counted(deployment, topic));
  }

  /** Returns once each of these records has its one letter with a reason, and is counted. */
  void await(List<RecordPlace> origins, Duration limit) {
    Until.holds("dead letters of " + topic.name(), limit, () -> found(origins) == origins.size());
    Until.holds(
        "dead letters of " + topic.name() + " are counted",
        limit,
        () -> counted(deployment, topic) - before >= origins.size());
  }

  private long found(List<RecordPlace> origins) {
    String servers = deployment.bootstrapServers();
    Map<RecordPlace, Long> letters =
        TopicReader.of(servers).committed(topic.deadLetters().name()).stream()
            .filter(letter -> !DeadLetterReader.reason(letter).isEmpty())
            .collect(groupingBy(this::origin, counting()));
    for (RecordPlace origin : origins) {
      // Readers that all read everything may each set it aside.
      if (letters.getOrDefault(origin, 0L) > (isBroadcast() ? 4 : 1)) {
        throw new AssertionError("Expected one dead letter of " + origin + ", but " + letters);
      }
    }
    return origins.stream().filter(letters::containsKey).count();
  }

  private boolean isBroadcast() {
    return topic.equals(Topics.CONTROL) || topic.equals(Topics.REPLY_DELTAS);
  }

  private RecordPlace origin(ConsumerRecord<String, byte[]> letter) {
    return new RecordPlace(
        topic.name(),
        Integer.parseInt(DeadLetterReader.header(letter, DeadLetters.PARTITION)),
        Long.parseLong(DeadLetterReader.header(letter, DeadLetters.OFFSET)));
  }

  /** By all services. */
  private static double counted(Deployment deployment, Topic topic)
      throws IOException, InterruptedException {
    double sum = 0;
    for (ServiceProcess service : deployment.services()) {
      sum +=
          Metrics.of(service)
              .sum("rendezvous_dead_letters_total", "topic=\"" + topic.name() + "\"");
    }
    return sum;
  }
}
