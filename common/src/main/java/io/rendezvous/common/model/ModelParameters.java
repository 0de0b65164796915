package io.rendezvous.common.model;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model answers; what is null is left to whoever comes next: a prompt to its user's
 * preferences, those to the service.
 *
 * @param temperature how much answers vary, 0 to 1
 * @param topP how much of the likely words is taken into account, 0 to 1
 * @param frequencyPenalty against saying often what was said, -2 to 2
 * @param presencePenalty against saying again what was said, -2 to 2
 * @param maxTokens the longest answer, in the provider's tokens, 1 to 32,768
 * @param stop texts that end the answer, at most 4 of at most 64 characters
 */
public record ModelParameters(
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Double frequencyPenalty,
    @Nullable Double presencePenalty,
    @Nullable Integer maxTokens,
    List<String> stop) {
  public static final int MOST_TOKENS = 32_768;
  public static final int STOPS = 4;
  public static final int STOP_CHARACTERS = 64;

  /** Says nothing. */
  public static final ModelParameters NONE =
      new ModelParameters(null, null, null, null, null, List.of());

  /** What a service does when nobody says anything. */
  public static final ModelParameters DEFAULT =
      new ModelParameters(0.2, null, null, null, 1024, List.of());

  /** How conversations are summed up, whatever their users choose for answers. */
  public static final ModelParameters SUMMARY =
      new ModelParameters(0.2, null, null, null, 2_000, List.of());

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public ModelParameters {
    requireWithin("temperature", temperature, 0, 1);
    requireWithin("topP", topP, 0, 1);
    requireWithin("frequencyPenalty", frequencyPenalty, -2, 2);
    requireWithin("presencePenalty", presencePenalty, -2, 2);
    requireWithin("maxTokens", maxTokens == null ? null : maxTokens.doubleValue(), 1, MOST_TOKENS);
    stop = List.copyOf(requireNonNullElse(stop, List.of()));
    if (stop.size() > STOPS
        || stop.stream().anyMatch(text -> text.isEmpty() || text.length() > STOP_CHARACTERS)) {
      throw new IllegalArgumentException(
          "stop must be at most " + STOPS + " texts of 1 to " + STOP_CHARACTERS + " characters");
    }
  }

  /** These, and of the others what these leave open. */
  public ModelParameters over(ModelParameters others) {
    return new ModelParameters(
        temperature == null ? others.temperature : temperature,
        topP == null ? others.topP : topP,
        frequencyPenalty == null ? others.frequencyPenalty : frequencyPenalty,
        presencePenalty == null ? others.presencePenalty : presencePenalty,
        maxTokens == null ? others.maxTokens : maxTokens,
        stop.isEmpty() ? others.stop : stop);
  }

  private static void requireWithin(
      String name, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be from " + bound(least) + " to " + bound(most));
    }
  }

  private static String bound(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
