package io.rendezvous.calendar.worker;

import io.rendezvous.common.work.WorkSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls are worked on.
 *
 * @param instance names this member of the group: stable over restarts, unique among those running
 * @param maxInFlight how many calls are worked on at once; most of them wait for a calendar's
 *     network, and those that want the tables wait for a connection to them
 * @param maxAttempts how often a call is tried that fails; one that the tables' absence holds up is
 *     tried for as long as they are away
 * @param firstBackoff the pause before the second try; it doubles with each further one
 * @param maxBackoff the longest pause
 * @param commitInterval how often finished calls are committed
 * @param drainTimeout how long a stop waits for calls under way
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.worker")
record WorkerSettings(
    @NotBlank String instance,
    @DefaultValue("2500") @Min(1) @Max(10_000) int maxInFlight,
    @DefaultValue("8") @Min(1) @Max(1_000) int maxAttempts,
    @DefaultValue("500ms") Duration firstBackoff,
    @DefaultValue("10s") Duration maxBackoff,
    @DefaultValue("100ms") Duration commitInterval,
    @DefaultValue("10s") Duration drainTimeout) {

  /** Calls of one turn are made at once, so their order is nobody's. */
  WorkSettings window() {
    return new WorkSettings(
        maxInFlight,
        maxAttempts,
        firstBackoff,
        maxBackoff,
        commitInterval,
        drainTimeout,
        WorkSettings.DEFAULT.maxOpenOffsets(),
        false);
  }
}
