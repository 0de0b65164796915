package io.rendezvous.systemtest.check;

/**
 * A promise that was not kept.
 *
 * @param subject what it is about: an id, or a place in a log
 * @param excerpt a small piece of what was found; may be empty
 */
public record Violation(
    Invariant invariant, String subject, String expected, String found, String excerpt) {
  private static final int EXCERPT_LIMIT = 400;

  public Violation {
    excerpt =
        excerpt.length() <= EXCERPT_LIMIT ? excerpt : excerpt.substring(0, EXCERPT_LIMIT) + "…";
  }

  @Override
  public String toString() {
    return invariant
        + " "
        + subject
        + ": expected "
        + expected
        + ", but found "
        + found
        + (excerpt.isEmpty() ? "" : "\n     " + excerpt);
  }
}
