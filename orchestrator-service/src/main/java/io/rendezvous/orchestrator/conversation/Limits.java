package io.rendezvous.orchestrator.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The bounds that decisions keep; each, when hit, is an event.
 *
 * @param turnTime how long a turn may run, from its start on; waiting in the queue does not count
 * @param approvalTime how long a tool call may wait for its user at most, whatever its tool says
 * @param rollbackTime how long the next turn waits for what undoes the one before
 * @param queuedPrompts how many prompts may wait in a conversation
 * @param queuedCharacters how much text may wait in a conversation
 * @param owedCalls how many calls of ended turns may be without a report before prompts are refused
 * @param callsPerAnswer how many tools one answer may call; the others are refused
 * @param sameCalls how often a turn may make one call with one result before it is stuck
 * @param summaryFrom how many bytes of messages make a conversation be summarised
 * @param summaryKeeps how many bytes of the newest are left out of a summary
 */
public record Limits(
    Duration turnTime,
    Duration approvalTime,
    Duration rollbackTime,
    int queuedPrompts,
    int queuedCharacters,
    int owedCalls,
    int callsPerAnswer,
    int sameCalls,
    int summaryFrom,
    int summaryKeeps) {
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          Duration.ofMinutes(2),
          16,
          16_000,
          128,
          16,
          5,
          40 * 1024,
          16 * 1024);

  public Limits {
    requireNonNull(turnTime, "turnTime");
    requireNonNull(approvalTime, "approvalTime");
    requireNonNull(rollbackTime, "rollbackTime");
  }
}
