package io.rendezvous.orchestrator.model.check;

import java.util.function.Consumer;

/**
 * Passes text on as it comes, but never a canary: what may be the beginning of one waits until it
 * is told from one. For one thread.
 */
public final class LeakGuard implements Consumer<String> {
  private final String canary;
  private final Consumer<String> next;
  private final StringBuilder held = new StringBuilder();
  private boolean leaking;

  /** An empty canary is in no text. */
  public LeakGuard(String canary, Consumer<String> next) {
    this.canary = canary;
    this.next = next;
  }

  @Override
  public void accept(String piece) {
    held.append(piece);
    leaking |= !canary.isEmpty() && held.indexOf(canary) >= 0;
    if (!leaking) {
      pass(held.length() - suspicious());
    }
  }

  /** Passes on what waited, since nothing follows. */
  public void end() {
    if (!leaking) {
      pass(held.length());
    }
  }

  /** Whether the canary has come. */
  public boolean isLeaking() {
    return leaking;
  }

  /** How much of the end may be the canary's beginning. */
  private int suspicious() {
    for (int length = Math.min(canary.length() - 1, held.length()); length > 0; length--) {
      if (canary.startsWith(held.substring(held.length() - length))) {
        return length;
      }
    }
    return 0;
  }

  private void pass(int length) {
    if (length > 0) {
      next.accept(held.substring(0, length));
      held.delete(0, length);
    }
  }
}
