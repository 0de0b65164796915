package io.rendezvous.orchestrator.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a model is passed over for a while since it fails too often.
 *
 * @param window how many of its last calls are looked at
 * @param leastCalls how many there must be before anything is made of them
 * @param failurePercent from which share of failures on it is passed over
 * @param openFor how long; after that two calls tell whether it has recovered
 */
public record CircuitSettings(
    @DefaultValue("10") @Min(1) int window,
    @DefaultValue("5") @Min(1) int leastCalls,
    @DefaultValue("50") @Min(1) @Max(100) int failurePercent,
    @DefaultValue("30s") Duration openFor) {
  static final CircuitSettings DEFAULT = new CircuitSettings(10, 5, 50, Duration.ofSeconds(30));
}
