package io.rendezvous.systemtest.check.gather;

import static java.util.stream.Collectors.toMap;

import io.rendezvous.systemtest.check.evidence.ProcessSample;
import io.rendezvous.systemtest.check.evidence.ResourceSample;
import io.rendezvous.systemtest.deployment.Deployment;
import io.rendezvous.systemtest.deployment.OwnProcess;
import io.rendezvous.systemtest.process.LiveHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Measures what an installation holds; meant for while nothing is going on. */
public final class Sampler {
  private Sampler() {}

  /**
   * What all of its living processes hold, but for DynamoDB Local: its server lets threads go one a
   * minute, and it only stands in for the tables of a provider.
   */
  public static ResourceSample sample(Deployment deployment)
      throws IOException, InterruptedException {
    Map<String, Long> pids =
        deployment.processes().stream()
            .filter(one -> one != deployment.tables() && one.isAlive())
            .collect(toMap(OwnProcess::name, OwnProcess::pid));
    return sample(pids, Installation.of(deployment));
  }

  /** What these processes hold, by name, and how far the consumer groups are behind. */
  public static ResourceSample sample(Map<String, Long> pids, Installation installation)
      throws IOException, InterruptedException {
    return new ResourceSample(processes(pids), lags(installation));
  }

  /** All at once: a look at one is mostly the start of the tool that looks. */
  private static Map<String, ProcessSample> processes(Map<String, Long> pids)
      throws IOException, InterruptedException {
    var looks = new HashMap<String, Future<ProcessSample>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      pids.forEach((name, pid) -> looks.put(name, threads.submit(() -> process(pid))));
    }
    var processes = new HashMap<String, ProcessSample>();
    for (var look : looks.entrySet()) {
      try {
        processes.put(look.getKey(), look.getValue().get());
      } catch (ExecutionException e) {
        throw new IOException("Expected a sample of " + look.getKey() + ", but got none", e);
      }
    }
    return processes;
  }

  private static Map<String, Long> lags(Installation installation)
      throws IOException, InterruptedException {
    var lags = new TreeMap<String, Long>();
    Groups.READ.keySet().forEach(group -> lags.put(group, 0L));
    String servers = installation.bootstrapServers();
    try (var reader =
            new TopicReader(servers, Groups.READ.values().stream().flatMap(List::stream).toList());
        var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      var _ = reader.readToEnds();
      new Groups(admin)
          .behind(reader.lasts())
          .forEach(it -> lags.merge(it.group(), it.wanted() - it.done(), Long::sum));
    } catch (ExecutionException e) {
      throw new IOException("Expected the groups' offsets, but the broker did not tell", e);
    }
    return lags;
  }

  static ProcessSample process(long pid) throws IOException, InterruptedException {
    Path process = Path.of("/proc", Long.toString(pid));
    long heap = LiveHeap.bytes(pid);
    int threads =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(line -> line.startsWith("Threads:"))
            .mapToInt(line -> Integer.parseInt(line.replaceAll("[^0-9]", "")))
            .sum();
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return new ProcessSample(heap, threads, Math.toIntExact(open.count()));
    }
  }
}
