package io.rendezvous.gateway.conversation;

import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;

/** How many items a page may have. */
final class Limits {
  static final int MAX = 100;

  private Limits() {}

  static int check(int limit) {
    if (limit < 1 || limit > MAX) {
      throw Problem.invalid(new FieldError("limit", "must be from 1 to " + MAX));
    }
    return limit;
  }
}
