package io.rendezvous.orchestrator.stream;

import io.rendezvous.common.topic.Topics;
import io.rendezvous.orchestrator.conversation.Limits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The decider's limits.
 *
 * @param turnTime how long a turn may run
 * @param approvalTime how long a tool call may wait for its user at most; its tool may give her
 *     less
 * @param rollbackTime how long the next turn waits for what undoes the one before
 * @param queuedPrompts how many prompts may wait in a conversation, 1 to 64
 * @param queuedCharacters how much text may wait in a conversation, up to 64,000
 * @param owedCalls how many calls of ended turns may be without a report before prompts are
 *     refused, up to 512
 * @param callsPerAnswer how many tools one answer may call, up to 64
 * @param sameCalls how often a turn may make one call with one result before it is stuck, from 2 on
 * @param summaryFrom how many bytes of messages make a conversation be summarised; up to 64 KB are
 *     kept, so that more than that is never
 * @param summaryKeeps how many bytes of the newest messages are left out of a summary
 * @param leasedTries how often a model may be asked for one answer to a user with a budget, as far
 *     as the budget holds it, 1 to 10
 * @param deadlineTick how often deadlines of turns and approvals are looked at, while there are any
 * @param deadlinesPerTick how many one look may find due
 * @param quietRate up to so many decisions a second, over all partitions, are each committed at
 *     once
 * @param commitSpacing how far commits are apart where there are more, within Kafka Streams' commit
 *     interval
 * @param cachedState how much of the conversations' state stays in memory, over all partitions
 */
@Validated
@ConfigurationProperties("rendezvous.decider")
public record DeciderSettings(
    @NotNull @DefaultValue("5m") Duration turnTime,
    @NotNull @DefaultValue("24h") Duration approvalTime,
    @NotNull @DefaultValue("2m") Duration rollbackTime,
    @Min(1) @Max(64) @DefaultValue("16") int queuedPrompts,
    @Min(1) @Max(64_000) @DefaultValue("16000") int queuedCharacters,
    @Min(1) @Max(512) @DefaultValue("128") int owedCalls,
    @Min(1) @Max(64) @DefaultValue("16") int callsPerAnswer,
    @Min(2) @DefaultValue("5") int sameCalls,
    @NotNull @DefaultValue("40KB") DataSize summaryFrom,
    @NotNull @DefaultValue("16KB") DataSize summaryKeeps,
    @Min(1) @Max(10) @DefaultValue("2") int leasedTries,
    @NotNull @DefaultValue("500ms") Duration deadlineTick,
    @Min(1) @DefaultValue("100") int deadlinesPerTick,
    @Min(1) @DefaultValue("120") int quietRate,
    @NotNull @DefaultValue("30ms") Duration commitSpacing,
    @NotNull @DefaultValue("32MB") DataSize cachedState) {

  /** What one partition may keep in memory. */
  long cachedBytes() {
    return cachedState.toBytes() / Topics.HISTORY.partitions();
  }

  Limits limits() {
    return new Limits(
        turnTime,
        approvalTime,
        rollbackTime,
        queuedPrompts,
        queuedCharacters,
        owedCalls,
        callsPerAnswer,
        sameCalls,
        (int) summaryFrom.toBytes(),
        (int) summaryKeeps.toBytes());
  }
}
