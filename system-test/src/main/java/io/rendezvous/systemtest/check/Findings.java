package io.rendezvous.systemtest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what one judge finds. */
final class Findings {
  private final Invariant invariant;
  private final List<Violation> violations = new ArrayList<>();

  Findings(Invariant invariant) {
    this.invariant = invariant;
  }

  void add(Object subject, String expected, String found, @Nullable Object excerpt) {
    violations.add(
        new Violation(
            invariant,
            subject.toString(),
            expected,
            found,
            excerpt == null ? "" : excerpt.toString()));
  }

  void add(Object subject, String expected, String found) {
    add(subject, expected, found, null);
  }

  /** A finding where the two differ. */
  void compare(Object subject, String what, @Nullable Object expected, @Nullable Object found) {
    if (!Objects.equals(expected, found)) {
      add(subject, what + " " + expected, String.valueOf(found));
    }
  }

  List<Violation> list() {
    return List.copyOf(violations);
  }
}
