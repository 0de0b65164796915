package io.rendezvous.gateway.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Streams to clients; how long a client may not read before it is cut is {@code
 * rendezvous.server.stall}.
 *
 * @param heartbeat a silent stream has a comment this often
 * @param maxPerUser more streams of one user at once are refused with 429
 * @param lookAgain how soon a stream looks again for what the tables are about to have
 * @param resumeWait how long an id beyond the end of the log may take to arrive here: another
 *     gateway may be ahead
 */
@Validated
@ConfigurationProperties("rendezvous.streams")
record StreamSettings(
    @DefaultValue("15s") Duration heartbeat,
    @Min(1) @DefaultValue("500") int maxPerUser,
    @DefaultValue("100ms") Duration lookAgain,
    @DefaultValue("2s") Duration resumeWait) {}
