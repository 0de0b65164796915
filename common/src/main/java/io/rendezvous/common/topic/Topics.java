package io.rendezvous.common.topic;

import io.rendezvous.common.topic.Topic.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every topic of the product, declared here and nowhere else. */
public final class Topics {
  /** For life: a change is a new set of topics and a migration. */
  public static final int CONVERSATION_PARTITIONS = 8;

  private static final int MEBIBYTE = 1024 * 1024;

  public static final Topic PROMPTS = conversation("prompts", Duration.ofDays(7), MEBIBYTE);
  public static final Topic OUTCOMES = conversation("outcomes", Duration.ofDays(7), MEBIBYTE);
  public static final Topic TIMERS = conversation("timers", Duration.ofDays(7), MEBIBYTE);
  public static final Topic HISTORY = conversation("history", null, 4 * MEBIBYTE);
  public static final Topic MODEL_CALLS = conversation("model-calls", Duration.ofDays(1), MEBIBYTE);

  /** By user, not by conversation; as many partitions, since one decider reads both. */
  public static final Topic BUDGETS = conversation("budgets", Duration.ofDays(7), MEBIBYTE);

  public static final Topic CALENDAR_CALLS =
      conversation("tool-calls.calendar", Duration.ofDays(7), MEBIBYTE);
  public static final Topic REPLY_DELTAS =
      conversation("reply-deltas", Duration.ofMinutes(10), MEBIBYTE);
  public static final Topic CONTROL =
      new Topic("control", 1, Duration.ofHours(1), MEBIBYTE, Timestamps.CREATE_TIME);

  /** Topics with their dead letters. */
  public static final List<Topic> ALL =
      Stream.of(
              PROMPTS,
              OUTCOMES,
              TIMERS,
              HISTORY,
              MODEL_CALLS,
              BUDGETS,
              CALENDAR_CALLS,
              REPLY_DELTAS,
              CONTROL)
          .flatMap(topic -> Stream.of(topic, topic.deadLetters()))
          .toList();

  /** What a producer must be allowed to send ({@code max.request.size}). */
  public static final int MAX_RECORD_BYTES =
      ALL.stream().mapToInt(Topic::maxRecordBytes).max().orElseThrow();

  private Topics() {}

  private static Topic conversation(String name, @Nullable Duration retention, int maxRecordBytes) {
    return new Topic(
        name, CONVERSATION_PARTITIONS, retention, maxRecordBytes, Timestamps.CREATE_TIME);
  }
}
