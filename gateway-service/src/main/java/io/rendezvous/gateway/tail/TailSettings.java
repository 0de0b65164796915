package io.rendezvous.gateway.tail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the log is held in memory.
 *
 * @param projectionGroup the consumer group of the projection into the tables
 * @param keep decisions younger than this are held even when the tables have them
 * @param replyLookback how far back text on its way is read at start, and how long it is held when
 *     nothing is added
 * @param maxDecisions the most memory that decisions may take, about; beyond, the oldest are read
 *     from the tables
 * @param maxReplies the most memory that text on its way may take, about; beyond, it comes as the
 *     message alone
 * @param sweepEvery how often the projection's progress is looked up and old decisions let go
 * @param retryAfter how long to wait before following anew when the broker was lost
 */
@ConfigurationProperties("rendezvous.tail")
record TailSettings(
    @DefaultValue("history-projection") String projectionGroup,
    @DefaultValue("2m") Duration keep,
    @DefaultValue("10m") Duration replyLookback,
    @DefaultValue("64MB") DataSize maxDecisions,
    @DefaultValue("16MB") DataSize maxReplies,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("1s") Duration retryAfter) {}
