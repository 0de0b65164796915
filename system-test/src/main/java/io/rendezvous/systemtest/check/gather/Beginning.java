package io.rendezvous.systemtest.check.gather;

import io.rendezvous.common.id.UserId;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * Where evidence begins on an installation that was used before.
 *
 * @param offsets the first that count; a partition that is not named counts whole
 * @param users whose items in the tables are of the time before
 */
public record Beginning(Map<TopicPartition, Long> offsets, Set<UserId> users) {
  static final Beginning OF_ALL = new Beginning(Map.of(), Set.of());

  public Beginning {
    offsets = Map.copyOf(offsets);
    users = Set.copyOf(users);
  }

  /** Now, while nothing is being written; these users have been there before. */
  public static Beginning now(Installation installation, Set<UserId> users) {
    try (var reader = new TopicReader(installation.bootstrapServers(), Gatherer.READ)) {
      return new Beginning(reader.ends(), users);
    }
  }
}
