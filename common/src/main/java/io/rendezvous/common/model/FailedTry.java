package io.rendezvous.common.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model that was asked in vain before another try, or before all was given up.
 *
 * @param usage what it took all the same; without tokens where it was passed over
 */
public record FailedTry(ModelFailure reason, Usage usage) {
  public FailedTry {
    requireNonNull(reason, "reason");
    requireNonNull(usage, "usage");
  }

  /** What these tries took, and the answer after them if there was one. */
  public static List<Usage> paid(List<FailedTry> failed, @Nullable Usage answer) {
    return Stream.concat(
            failed.stream().filter(it -> !it.reason.isUnasked()).map(FailedTry::usage),
            Stream.ofNullable(answer))
        .toList();
  }
}
