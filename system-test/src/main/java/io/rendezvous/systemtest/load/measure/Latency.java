package io.rendezvous.systemtest.load.measure;

import org.HdrHistogram.AbstractHistogram;

/** A distribution of times in milliseconds. */
public record Latency(
    long count, double p50, double p90, double p99, double p999, double max, double mean) {
  private static final double MICROS = 1_000;

  /** Of a histogram of microseconds. */
  public static Latency of(AbstractHistogram micros) {
    return new Latency(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / MICROS,
        micros.getValueAtPercentile(90) / MICROS,
        micros.getValueAtPercentile(99) / MICROS,
        micros.getValueAtPercentile(99.9) / MICROS,
        micros.getMaxValue() / MICROS,
        micros.getTotalCount() == 0 ? 0 : micros.getMean() / MICROS);
  }
}
