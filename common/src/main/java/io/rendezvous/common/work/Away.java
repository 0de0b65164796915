package io.rendezvous.common.work;

/**
 * What the work stands on cannot be reached: it says nothing of the record, which is tried again
 * for as long as that lasts, and not given up.
 */
public final class Away extends Exception {
  private static final long serialVersionUID = 1L;

  public Away(Throwable cause) {
    super("Expected what the work stands on to answer, but it is away", cause);
  }
}
