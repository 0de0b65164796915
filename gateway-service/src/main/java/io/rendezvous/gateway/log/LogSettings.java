package io.rendezvous.gateway.log;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reading the log.
 *
 * @param gapPatience how long a reader waits for an event that the tail no longer has and the
 *     tables do not have yet
 * @param holePatience how long it waits for an event that the tables have passed: then it was none
 *     to be shown
 * @param tableLimit how long a call of the tables may take, with all its tries, before a request is
 *     refused: they may throttle or be silent
 */
@ConfigurationProperties("rendezvous.log")
record LogSettings(
    @DefaultValue("10s") Duration gapPatience,
    @DefaultValue("500ms") Duration holePatience,
    @DefaultValue("8s") Duration tableLimit) {}
