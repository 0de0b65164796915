package io.rendezvous.systemtest.check.evidence;

import io.rendezvous.common.id.TurnId;

/**
 * A prompt as a client sent it, and what it was told.
 *
 * @param attempts how often it was sent, always with the same key and body
 */
public record Submission(String key, String body, int attempts, Answer answer) {

  /** What the client was told. */
  public sealed interface Answer {}

  /** 202, or a stream that began. */
  public record Accepted(TurnId turn) implements Answer {}

  /** An error that another attempt would not change. */
  public record Refused(int status, String code) implements Answer {}

  /** No answer within the client's patience: it may have been recorded or not. */
  public record Unknown(String trouble) implements Answer {}
}
