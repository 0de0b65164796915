package io.rendezvous.gateway.problem;

import java.io.IOException;

/** A body goes on beyond the limit. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long limit;

  BodyTooLargeException(long limit) {
    super("Expected a body of at most " + limit + " bytes");
    this.limit = limit;
  }

  Problem problem() {
    return Problem.of(ProblemCode.BODY_TOO_LARGE, "A body may have at most " + limit + " bytes.");
  }
}
