package io.rendezvous.orchestrator.model.provider;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is asked of a provider at most, and what is taken from it.
 *
 * @param callsPerMinute over all conversations of this process
 * @param firstByte how long the provider may take to begin
 * @param idle how long it may then send nothing
 * @param total how long a whole answer may take
 * @param maxBytes how much of one answer is read, as it comes over the wire
 */
public record ProviderLimits(
    @DefaultValue("6000") @Min(1) int callsPerMinute,
    @DefaultValue("30s") Duration firstByte,
    @DefaultValue("15s") Duration idle,
    @DefaultValue("120s") Duration total,
    @DefaultValue("1MB") DataSize maxBytes) {
  public static final ProviderLimits DEFAULT =
      new ProviderLimits(
          6_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          Duration.ofSeconds(120),
          DataSize.ofMegabytes(1));
}
