package io.rendezvous.systemtest.check.recording;

import java.time.Duration;

/**
 * How long a client goes on trying.
 *
 * @param whole for a prompt's answer, and for a stream up to what is waited for
 * @param pause before it tries again
 * @param silence after which it takes a stream for dead and connects anew
 */
public record Patience(Duration whole, Duration pause, Duration silence) {
  public static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(180), Duration.ofMillis(200), Duration.ofSeconds(20));

  public Patience whole(Duration other) {
    return new Patience(other, pause, silence);
  }
}
