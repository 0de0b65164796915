package io.rendezvous.common.topic;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.start.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Creates the topics that are missing, and refuses to work on topics that are not as declared. */
public final class TopicAdmin {
  private static final Duration LONGEST_SEGMENT = Duration.ofDays(7);
  private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(30);
  private static final Duration VISIBLE_PAUSE = Duration.ofMillis(50);
  private static final int CALL_LIMIT_MILLIS = 10_000;

  private final Admin admin;

  public TopicAdmin(Admin admin) {
    this.admin = admin;
  }

  /**
   * Sees to the topics in time: gives up on a broker that does not answer within ten seconds.
   *
   * @param settings at least {@code bootstrap.servers}
   */
  public static Step step(Map<String, Object> settings, List<Topic> topics) {
    var limited = new HashMap<>(settings);
    // Else a client that never met a broker starts over hundreds of times a second, and says so.
    limited.putIfAbsent(AdminClientConfig.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
    limited.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, CALL_LIMIT_MILLIS);
    limited.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, CALL_LIMIT_MILLIS / 2);
    return () -> {
      var admin = Admin.create(limited);
      try {
        new TopicAdmin(admin).createAndVerify(topics);
      } finally {
        // Not close() alone, which would wait for calls to a broker that is away.
        admin.close(Duration.ZERO);
      }
    };
  }

  /**
   * Creates what is missing and verifies what is there; safe from many processes at once.
   *
   * @throws IllegalStateException if a topic differs from its declaration; the message names each
   *     difference
   * @throws ExecutionException if the broker cannot be reached or refuses
   */
  public void createAndVerify(List<Topic> topics) throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    for (Topic topic : topics) {
      if (!existing.contains(topic.name())) {
        create(topic);
      }
    }
    verify(topics);
  }

  private void create(Topic topic) throws ExecutionException, InterruptedException {
    // Replication is the broker's default: one on a single machine, three in a cluster.
    var missing = new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
    try {
      admin.createTopics(List.of(missing.configs(settings(topic)))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private void verify(List<Topic> topics) throws ExecutionException, InterruptedException {
    List<String> names = topics.stream().map(Topic::name).toList();
    Map<String, TopicDescription> found = describe(names);
    List<ConfigResource> resources =
        names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<ConfigResource, Config> configs = admin.describeConfigs(resources).all().get();
    var differences = new ArrayList<String>();
    for (Topic topic : topics) {
      int partitions = requireNonNull(found.get(topic.name()), topic.name()).partitions().size();
      if (partitions != topic.partitions()) {
        differences.add(
            topic.name() + " has " + partitions + " partitions, not " + topic.partitions());
      }
      Config config =
          requireNonNull(
              configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())),
              topic.name());
      settings(topic)
          .forEach(
              (name, value) -> {
                String actual = config.get(name).value();
                if (!value.equals(actual)) {
                  differences.add(topic.name() + " has " + name + "=" + actual + ", not " + value);
                }
              });
    }
    if (!differences.isEmpty()) {
      throw new IllegalStateException(
          "Expected the topics to be as declared, but " + String.join("; ", differences));
    }
  }

  /** A broker learns of a new topic a moment after the controller has made it. */
  private Map<String, TopicDescription> describe(List<String> names)
      throws ExecutionException, InterruptedException {
    long giveUp = System.nanoTime() + VISIBLE_LIMIT.toNanos();
    while (true) {
      try {
        return admin.describeTopics(names).allTopicNames().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > giveUp) {
          throw e;
        }
        Thread.sleep(VISIBLE_PAUSE);
      }
    }
  }

  private static Map<String, String> settings(Topic topic) {
    Duration retention = topic.retention();
    return Map.of(
        TopicConfig.RETENTION_MS_CONFIG,
        retention == null ? "-1" : Long.toString(retention.toMillis()),
        // Only whole segments are dropped: a longer one would keep records beyond their time.
        TopicConfig.SEGMENT_MS_CONFIG,
        Long.toString(shorter(retention, LONGEST_SEGMENT).toMillis()),
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(topic.maxRecordBytes()),
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
        topic.timestamps().setting(),
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_DELETE);
  }

  private static Duration shorter(@Nullable Duration retention, Duration longest) {
    return retention == null || retention.compareTo(longest) > 0 ? longest : retention;
  }
}
