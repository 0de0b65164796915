package io.rendezvous.gateway.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Approvals that wait for users.
 *
 * @param answerWait how long a verdict waits for the decider before it is answered 202
 * @param lookBack how long ago a conversation may have been active that still has one; an approval
 *     must not live longer than that
 */
@ConfigurationProperties("rendezvous.approvals")
record ApprovalSettings(
    @DefaultValue("2s") Duration answerWait, @DefaultValue("7d") Duration lookBack) {}
