package io.rendezvous.calendar.grant;

import java.net.http.HttpHeaders;
import java.time.Duration;

/** How long a server asks to be left alone, within bounds of ours. */
final class RetryAfter {
  private RetryAfter() {}

  static Duration of(HttpHeaders headers, Duration least, Duration most) {
    Duration asked =
        headers
            .firstValue("Retry-After")
            .filter(value -> value.matches("[0-9]{1,9}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(least);
    if (asked.compareTo(least) < 0) {
      return least;
    }
    return asked.compareTo(most) > 0 ? most : asked;
  }
}
