package io.rendezvous.systemtest.load.measure;

import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.AbstractHistogram;

/**
 * A distribution of times in milliseconds.
 *
 * @param curve the times at 0 %, 90 %, 99 %, 99.9 % and 99.99 %, with nine steps between each two
 */
public record Latency(
    long count,
    double p50,
    double p90,
    double p99,
    double p999,
    double max,
    double mean,
    List<Double> curve) {
  private static final double MICROS = 1_000;
  private static final int STEPS_TO_A_NINE = 10;
  private static final int NINES = 4;

  public Latency {
    curve = List.copyOf(curve);
  }

  /** Of a histogram of microseconds. */
  public static Latency of(AbstractHistogram micros) {
    return new Latency(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / MICROS,
        micros.getValueAtPercentile(90) / MICROS,
        micros.getValueAtPercentile(99) / MICROS,
        micros.getValueAtPercentile(99.9) / MICROS,
        micros.getMaxValue() / MICROS,
        micros.getTotalCount() == 0 ? 0 : micros.getMean() / MICROS,
        IntStream.rangeClosed(0, NINES * STEPS_TO_A_NINE)
            .mapToObj(step -> micros.getValueAtPercentile(percentile(step)) / MICROS)
            .toList());
  }

  /** Where a step of the curve stands: ten steps for each further nine. */
  public static double percentile(int step) {
    return 100 * (1 - Math.pow(10, -(double) step / STEPS_TO_A_NINE));
  }
}
