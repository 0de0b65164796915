package io.rendezvous.calendar.google;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often, and after which pauses, a request is repeated that Google had no time for.
 *
 * @param tries how many there are, the first one counted
 * @param pause the longest pause before the second; it doubles with each
 * @param longestPause the longest pause at all; where Google asks for a longer one, nobody waits
 * @param patience how long after the first try another may begin
 */
record RetrySettings(
    @DefaultValue("4") @Min(1) @Max(20) int tries,
    @DefaultValue("500ms") Duration pause,
    @DefaultValue("5s") Duration longestPause,
    @DefaultValue("20s") Duration patience) {}
