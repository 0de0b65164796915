package io.rendezvous.gateway.problem;

/** Problems for which only an HTTP status is known. */
final class Statuses {
  private Statuses() {}

  static Problem problem(int status) {
    var code = ProblemCode.of(status);
    return Problem.of(
        code,
        switch (code) {
          case NOT_FOUND -> "Nothing is served here.";
          case METHOD_NOT_ALLOWED -> "The methods that are served here are in the header Allow.";
          case NOT_ACCEPTABLE -> "The header Accept names no form that is served here.";
          case UNSUPPORTED_MEDIA_TYPE -> "A body must be application/json.";
          default -> code.title() + ".";
        });
  }
}
