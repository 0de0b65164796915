package io.rendezvous.testsupport.google;

/** What goes wrong with one request. */
public sealed interface Fault {
  /** It is answered with an error, and nothing is done; {@code retryAfter} may be empty. */
  record Refuse(int status, String reason, String retryAfter) implements Fault {}

  /** It is never answered, and nothing is done. */
  record Hang() implements Fault {}

  /** It is done, and the connection is cut before the answer. */
  record CutWhenDone() implements Fault {}

  /** It is done, and then an error is answered. */
  record FailWhenDone(int status) implements Fault {}

  /** It is answered with far more than anybody wants to read. */
  record Flood() implements Fault {}

  /** Something else happens just before it. */
  record Meanwhile(Runnable what) implements Fault {}

  /** Nothing does. */
  record None() implements Fault {}

  static Fault refuse(int status, String reason) {
    return new Refuse(status, reason, "");
  }
}
