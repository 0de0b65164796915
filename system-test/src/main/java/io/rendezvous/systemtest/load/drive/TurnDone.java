package io.rendezvous.systemtest.load.drive;

import org.jspecify.annotations.Nullable;

/**
 * One turn as its client saw it; times of {@link System#nanoTime}.
 *
 * @param firstTextAt 0 where no text came
 * @param ownMicros what the model itself took
 * @param error null where the turn was completed
 */
public record TurnDone(
    int conversation,
    int number,
    long startedAt,
    long firstTextAt,
    long endedAt,
    long ownMicros,
    @Nullable String error) {

  public long turnMicros() {
    return (endedAt - startedAt) / 1_000;
  }

  /** The turn's time less the model's own. */
  public long overheadMicros() {
    return Math.max(0, turnMicros() - ownMicros);
  }

  public long firstTextMicros() {
    return (firstTextAt - startedAt) / 1_000;
  }

  static TurnDone failed(int conversation, int number, long startedAt, String error) {
    return new TurnDone(conversation, number, startedAt, 0, System.nanoTime(), 0, error);
  }
}
