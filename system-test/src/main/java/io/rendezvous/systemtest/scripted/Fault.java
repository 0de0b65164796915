package io.rendezvous.systemtest.scripted;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong with an answer. */
public enum Fault {
  /** Too many requests, with a Retry-After. */
  LIMITED("429"),
  UNAVAILABLE("503"),
  /** No answer at all, until the client hangs up. */
  HANG("hang"),
  /** The connection ends in the middle of the text. */
  CUT("cut"),
  /** Silence in the middle of the text, until the client hangs up. */
  STALL("stall"),
  /** Text without an end. */
  ENDLESS("endless"),
  /** Ten megabytes of text, then an end. */
  HUGE("huge"),
  /** Tool calls whose arguments are no JSON. */
  MALFORMED("malformed"),
  /** A tool that does not exist. */
  STRANGER("stranger");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  static Optional<Fault> of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (Fault fault : values()) {
      if (fault.word.equals(lower)) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }
}
