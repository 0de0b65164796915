package io.rendezvous.calendar.google;

import io.rendezvous.calendar.Outcome;

/** What came of a request, repeated as far as that helps. */
sealed interface Answer<T> {
  /** It is done. */
  record Given<T>(T value) implements Answer<T> {}

  /**
   * It is not done.
   *
   * @param doubtful whether an earlier try, whose answer nobody has seen, may have done it
   */
  record Refused<T>(Refusal refusal, boolean doubtful) implements Answer<T> {}

  default Outcome<T> outcome() {
    return switch (this) {
      case Given<T>(T value) -> new Outcome.Done<>(value);
      case Refused<T>(Refusal refusal, _) -> new Outcome.Failed<>(refusal.failure());
    };
  }
}
