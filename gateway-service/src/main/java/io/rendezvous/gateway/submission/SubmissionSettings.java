package io.rendezvous.gateway.submission;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what starts a turn is taken in, a prompt or a user's own action.
 *
 * @param answerWait how long a request waits for the decider before it is answered 202
 * @param repeatLimit how long the tables may take to tell whether it is a repeat
 * @param repeatPause how long they are not asked after they did not tell
 * @param maxTurnsInFlight more turns of one user at once are refused with 429
 * @param retryAfter when a client that was refused with 429 is told to come again
 */
@Validated
@ConfigurationProperties("rendezvous.prompts")
record SubmissionSettings(
    @DefaultValue("2s") Duration answerWait,
    @DefaultValue("1s") Duration repeatLimit,
    @DefaultValue("5s") Duration repeatPause,
    @Min(1) @DefaultValue("500") int maxTurnsInFlight,
    @DefaultValue("5s") Duration retryAfter) {}
