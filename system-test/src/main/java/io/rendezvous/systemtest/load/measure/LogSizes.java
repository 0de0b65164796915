package io.rendezvous.systemtest.load.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

/** How many bytes the log of each topic has. */
public record LogSizes(Map<String, Long> bytes) {
  public LogSizes {
    bytes = new TreeMap<>(bytes);
  }

  public static LogSizes now(Admin admin) throws InterruptedException, ExecutionException {
    var sizes = new TreeMap<String, Long>();
    for (Map<String, LogDirDescription> folders :
        admin
            .describeLogDirs(
                admin.describeCluster().nodes().get().stream().map(node -> node.id()).toList())
            .allDescriptions()
            .get()
            .values()) {
      for (LogDirDescription folder : folders.values()) {
        folder
            .replicaInfos()
            .forEach((partition, info) -> sizes.merge(partition.topic(), info.size(), Long::sum));
      }
    }
    return new LogSizes(sizes);
  }

  /** Over all topics whose names end like one of these. */
  public long of(String... ends) {
    long sum = 0;
    for (String end : ends) {
      sum +=
          bytes.entrySet().stream()
              .filter(entry -> entry.getKey().endsWith(end))
              .mapToLong(Map.Entry::getValue)
              .sum();
    }
    return sum;
  }

  public long all() {
    return bytes.values().stream().mapToLong(size -> size).sum();
  }
}
