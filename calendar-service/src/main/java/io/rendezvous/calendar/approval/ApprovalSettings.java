package io.rendezvous.calendar.approval;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How users are asked.
 *
 * @param expiry how long they have to answer
 * @param grace how long after that an answer that was in time may still be on its way
 * @param kept how long what was asked is remembered after that
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.approvals")
public record ApprovalSettings(
    @DefaultValue("15m") Duration expiry,
    @DefaultValue("5m") Duration grace,
    @DefaultValue("30d") Duration kept) {}
