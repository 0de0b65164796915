package io.rendezvous.gateway.turn;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Asking after turns.
 *
 * @param maxWait the longest that a request waits for a turn's end; longer waits are cut to it
 * @param maxWaiting how many requests wait at once; others are answered with the turn as it stands
 */
@Validated
@ConfigurationProperties("rendezvous.turns")
record TurnSettings(
    @DefaultValue("60s") Duration maxWait, @Min(0) @DefaultValue("500") int maxWaiting) {}
