package io.rendezvous.calendar.router;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much room one account may take.
 *
 * @param ownCallsAtOnce how many calls to calendars of our own are under way at once, of all users:
 *     fewer than there are connections to the tables, since more would only wait for one
 * @param callsAtOnce how many calls to one account are under way at once
 * @param callWait how long a further one waits for its turn before it is told to try again
 * @param listingTime how long accounts have to tell their calendars, and calendars their busy
 *     times, when all are asked at once
 * @param maxPeople of how many people the busy times are told at once
 * @param maxPeriod the longest period of busy times
 * @param maxBusyEvents how many events of one calendar are looked at for its busy times
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.router")
record RouterSettings(
    @DefaultValue("48") @Min(1) @Max(10_000) int ownCallsAtOnce,
    @DefaultValue("8") @Min(1) @Max(1_000) int callsAtOnce,
    @DefaultValue("2s") Duration callWait,
    @DefaultValue("6s") Duration listingTime,
    @DefaultValue("50") @Min(1) @Max(50) int maxPeople,
    @DefaultValue("62d") Duration maxPeriod,
    @DefaultValue("2000") @Min(100) @Max(100_000) int maxBusyEvents) {}
