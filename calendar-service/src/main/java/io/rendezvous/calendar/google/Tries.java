package io.rendezvous.calendar.google;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The tries of one request: how many there may be, and the pauses between them. */
final class Tries {
  private final RetrySettings settings;
  private final long start = System.nanoTime();
  private int made = 1;

  Tries(RetrySettings settings) {
    this.settings = settings;
  }

  /** Waits for the next one; false where there is to be none. */
  boolean next(Reply failed) {
    Duration pause = pause(failed.retryAfter());
    Duration spent = Duration.ofNanos(System.nanoTime() - start);
    if (made >= settings.tries()
        || pause.compareTo(settings.longestPause()) > 0
        || spent.plus(pause).compareTo(settings.patience()) > 0) {
      return false;
    }
    made++;
    return waited(pause);
  }

  /** Who was turned away together must not come back together. */
  private Duration pause(@Nullable String retryAfter) {
    Duration doubled = settings.pause().multipliedBy(1L << (made - 1));
    long longest = Math.min(settings.longestPause().toMillis(), doubled.toMillis());
    Duration own =
        Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    Duration asked = retryAfter == null ? Duration.ZERO : asked(retryAfter);
    return asked.compareTo(own) > 0 ? asked : own;
  }

  /** Seconds or a date, see RFC 9110, section 10.2.3. */
  private static Duration asked(String retryAfter) {
    try {
      return retryAfter.chars().allMatch(Character::isDigit)
          ? Duration.ofSeconds(Long.parseLong(retryAfter))
          : Duration.between(
              Instant.now(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter, Instant::from));
    } catch (DateTimeParseException | NumberFormatException neither) {
      return Duration.ZERO;
    }
  }

  private static boolean waited(Duration pause) {
    long end = System.nanoTime() + pause.toNanos();
    for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
      if (Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(left);
    }
    return true;
  }
}
