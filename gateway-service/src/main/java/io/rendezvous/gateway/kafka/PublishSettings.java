package io.rendezvous.gateway.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Writing requests to the log.
 *
 * @param timeout how long the broker has to acknowledge, all tries together; then 503
 * @param retryAfter when a client is told to come again then
 */
@ConfigurationProperties("rendezvous.publish")
record PublishSettings(
    @DefaultValue("5s") Duration timeout, @DefaultValue("2s") Duration retryAfter) {}
