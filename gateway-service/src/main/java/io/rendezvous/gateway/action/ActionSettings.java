package io.rendezvous.gateway.action;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Users' own actions.
 *
 * @param longestWait how long a request waits for its action before it is answered 202
 * @param maxWaiting how many requests wait at once; others are answered 202 when their action is in
 *     the log
 */
@Validated
@ConfigurationProperties("rendezvous.actions")
record ActionSettings(
    @DefaultValue("30s") Duration longestWait, @Min(0) @DefaultValue("200") int maxWaiting) {}
