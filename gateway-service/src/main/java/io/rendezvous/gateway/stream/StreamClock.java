package io.rendezvous.gateway.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** When a stream is due to say something, and when it is over. */
final class StreamClock {
  private final InstantSource clock;
  private final StreamSettings settings;
  private final Instant until;
  private Instant wrote;

  StreamClock(InstantSource clock, StreamSettings settings, Instant until) {
    this.clock = clock;
    this.settings = settings;
    this.until = until;
    this.wrote = clock.instant();
  }

  boolean over() {
    return !clock.instant().isBefore(until);
  }

  void wrote() {
    wrote = clock.instant();
  }

  boolean heartbeatDue() {
    return !clock.instant().isBefore(wrote.plus(settings.heartbeat()));
  }

  /** How long nothing needs to be done, if nothing is added. */
  Duration pause(boolean lookAgainSoon) {
    if (lookAgainSoon) {
      return settings.lookAgain();
    }
    Instant heartbeat = wrote.plus(settings.heartbeat());
    Instant next = heartbeat.isBefore(until) ? heartbeat : until;
    Duration pause = Duration.between(clock.instant(), next);
    return pause.isNegative() ? Duration.ZERO : pause;
  }
}
