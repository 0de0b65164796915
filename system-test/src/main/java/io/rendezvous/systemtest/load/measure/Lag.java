package io.rendezvous.systemtest.load.measure;

import io.rendezvous.common.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;

/**
 * How far the history service was behind the log, and how long it took to catch up.
 *
 * @param drainSeconds -1 where it did not within the limit
 */
public record Lag(long records, double drainSeconds) {
  private static final String GROUP = "history";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  /** Behind the last record of a partition stands the mark of its transaction. */
  private static final long CAUGHT_UP = Topics.CONVERSATION_PARTITIONS;

  public static Lag drain(String bootstrapServers) throws InterruptedException, ExecutionException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      long began = System.nanoTime();
      long first = now(admin);
      long lag = first;
      while (lag > CAUGHT_UP) {
        if (System.nanoTime() - began > LIMIT.toNanos()) {
          return new Lag(first, -1);
        }
        Thread.sleep(LOOK_AGAIN);
        lag = now(admin);
      }
      return new Lag(first, (System.nanoTime() - began) / 1e9);
    }
  }

  private static long now(Admin admin) throws InterruptedException, ExecutionException {
    var read = admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get();
    var ends =
        admin
            .listOffsets(
                read.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
            .all()
            .get();
    return read.entrySet().stream()
        .mapToLong(
            entry -> {
              var at = entry.getValue();
              var end = ends.get(entry.getKey());
              return at == null || end == null ? 0 : end.offset() - at.offset();
            })
        .sum();
  }
}
