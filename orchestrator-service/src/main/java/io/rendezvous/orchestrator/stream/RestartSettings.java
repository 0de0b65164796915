package io.rendezvous.orchestrator.stream;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The pauses before a decider that has died is started again.
 *
 * @param first the pause after the first failure; it doubles with each further one
 * @param most the longest pause; a decider that ran for longer has failed for the first time
 */
@Validated
@ConfigurationProperties("rendezvous.decider.restart")
record RestartSettings(
    @NotNull @DefaultValue("200ms") Duration first, @NotNull @DefaultValue("10s") Duration most) {}
