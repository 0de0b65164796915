package io.rendezvous.systemtest.deployment;

import java.io.IOException;
import java.util.List;

/** What a service tells Prometheus. */
public record Metrics(List<String> lines) {
  public static Metrics of(ServiceProcess service) throws IOException, InterruptedException {
    return new Metrics(service.metrics().lines().filter(line -> !line.startsWith("#")).toList());
  }

  /** The sum over all lines of this name that have all of these labels, such as {@code a="b"}. */
  public double sum(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
