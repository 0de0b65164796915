package io.rendezvous.orchestrator.model;

import io.rendezvous.common.model.ModelFailure;
import org.jspecify.annotations.Nullable;

/** What a model is told before it is asked again for an answer that could not be taken. */
enum Rework {
  /** It wrote a call that nobody can read. */
  MALFORMED(
      "Your last answer held a tool call that could not be read."
          + " Write it again, with arguments that are one JSON object and follow the tool's schema."),

  /** It claimed too much. */
  UNBACKED(
      "Your last answer said that something was done, but no tool has confirmed it in this turn."
          + " Call the tool that does it, or say plainly that it is not done.");

  private final String words;

  Rework(String words) {
    this.words = words;
  }

  /** Null after a failure of which a model need not be told. */
  static @Nullable Rework after(ModelFailure failure) {
    return switch (failure) {
      case MALFORMED -> MALFORMED;
      case UNBACKED -> UNBACKED;
      default -> null;
    };
  }

  String words() {
    return words;
  }
}
