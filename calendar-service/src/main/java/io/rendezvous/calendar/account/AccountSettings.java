package io.rendezvous.calendar.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of accounts.
 *
 * @param maxPerUser how many accounts a user may have
 * @param resealAtStart whether all secrets that another key than the first has sealed are sealed
 *     anew as the service starts; else each is when it is next used
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.accounts")
record AccountSettings(
    @DefaultValue("10") @Min(1) @Max(50) int maxPerUser,
    @DefaultValue("false") boolean resealAtStart) {}
