package io.rendezvous.common.model;

/** Why a model gave no answer. */
public enum ModelFailure {
  UNAVAILABLE,
  TIMED_OUT,
  RATE_LIMITED,
  UNAUTHORIZED,
  /** The answer ended early, was empty or too long: part of an answer is no answer. */
  INCOMPLETE,
  /** The provider kept the answer back for what it says. */
  FILTERED,
  /** The model made a call that cannot be read. */
  MALFORMED,
  /** It claimed to have done what no tool has done. */
  UNBACKED,
  /** It told what it was told in confidence. */
  LEAKED,
  /** Nobody wanted it any more. */
  STOPPED,
  /** The request could not be read or sent; trying again would not help. */
  REJECTED,
  /** It was not asked, since its user's budget does not hold what that may take. */
  OVER_BUDGET,
  /** It was asked, but whoever asked is gone, and the answer with it. */
  LOST,
  /** It was not asked, for it has failed too often, wants a rest or has had enough for now. */
  PASSED_OVER;

  /** Whether no provider has seen the request, so that nothing is paid. */
  public boolean isUnasked() {
    return this == OVER_BUDGET || this == PASSED_OVER;
  }
}
