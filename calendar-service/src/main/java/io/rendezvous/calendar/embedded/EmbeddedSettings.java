package io.rendezvous.calendar.embedded;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of the embedded calendar.
 *
 * @param maxEventLength the longest event; a listing looks this far back from its start, so it may
 *     grow but never shrink
 * @param maxEventBytes the largest event as iCalendar, a series with its exceptions
 * @param editAttempts how often a change is tried while others change the same event
 * @param editPause the longest pause before the second try; it grows by as much with each
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.embedded")
record EmbeddedSettings(
    @DefaultValue("31d") Duration maxEventLength,
    @DefaultValue("65536") @Min(4_096) @Max(65_536) int maxEventBytes,
    @DefaultValue("20") @Min(1) @Max(1_000) int editAttempts,
    @DefaultValue("20ms") Duration editPause) {
  EmbeddedSettings {
    if (maxEventLength.compareTo(Duration.ofMinutes(1)) < 0
        || maxEventLength.compareTo(Duration.ofDays(366)) > 0) {
      throw new IllegalArgumentException(
          "Expected rendezvous.calendar.embedded.max-event-length from 1m to 366d, but it is "
              + maxEventLength);
    }
  }
}
