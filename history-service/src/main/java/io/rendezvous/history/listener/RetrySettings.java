package io.rendezvous.history.listener;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pauses before what failed is tried again, for as long as it fails.
 *
 * @param first the pause before the second try; it doubles with each further one
 * @param most the longest pause; well below the consumer's {@code max.poll.interval.ms}
 * @param jitter how far a pause may differ, so that consumers do not come back as one
 */
@ConfigurationProperties("rendezvous.history.retry")
record RetrySettings(
    @DefaultValue("500ms") Duration first,
    @DefaultValue("10s") Duration most,
    @DefaultValue("250ms") Duration jitter) {}
