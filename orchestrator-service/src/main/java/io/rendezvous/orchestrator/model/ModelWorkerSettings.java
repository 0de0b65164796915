package io.rendezvous.orchestrator.model;

import io.rendezvous.common.work.WorkSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the worker asks, and the limits that it keeps.
 *
 * @param instance this process among those of the service: unique, and the same after a restart
 * @param maxInFlight how many calls are under way at once
 * @param attempts how often a model is asked before the next one is, or its failure is reported
 * @param firstBackoff the pause before the second try, unless the provider asks for another; it
 *     doubles with each further one
 * @param maxBackoff the longest pause of the worker's own
 * @param patience how long after a call's beginning the worker makes pauses of its own
 * @param deltaInterval how long text is gathered between two pieces
 * @param deltaCharacters the longest piece of text, which is not gathered for longer
 * @param maxAnswer the largest sealed answer; must fit a record of {@code outcomes}
 * @param rememberedStops how many stopped calls are remembered, for those that come after their
 *     stop
 * @param drainTimeout how long the service's stop waits for calls under way
 */
public record ModelWorkerSettings(
    @DefaultValue("local") @NotBlank String instance,
    @DefaultValue("5000") @Min(1) int maxInFlight,
    @DefaultValue("3") @Min(1) int attempts,
    @DefaultValue("2s") Duration firstBackoff,
    @DefaultValue("30s") Duration maxBackoff,
    @DefaultValue("20s") Duration patience,
    @DefaultValue("40ms") Duration deltaInterval,
    @DefaultValue("2000") @Min(2) @Max(100_000) int deltaCharacters,
    @DefaultValue("768KB") DataSize maxAnswer,
    @DefaultValue("10000") @Min(1) int rememberedStops,
    @DefaultValue("10s") Duration drainTimeout) {

  Retries retries() {
    return new Retries(attempts, firstBackoff, maxBackoff, patience);
  }

  WorkSettings window() {
    WorkSettings usual = WorkSettings.DEFAULT;
    return new WorkSettings(
        maxInFlight,
        usual.maxAttempts(),
        usual.firstBackoff(),
        usual.maxBackoff(),
        usual.commitInterval(),
        drainTimeout,
        usual.maxOpenOffsets(),
        false);
  }
}
