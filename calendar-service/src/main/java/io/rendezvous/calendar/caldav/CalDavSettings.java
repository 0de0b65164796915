package io.rendezvous.calendar.caldav;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How CalDAV servers are spoken to.
 *
 * @param allowInwardAddresses whether a server may be in our own network, and may be asked without
 *     TLS; for tests and for who runs a server beside this one
 * @param connectTimeout how long a connection may take
 * @param requestTimeout how long an answer may take, to its last byte
 * @param tries how often a request is sent that got no answer or was put off
 * @param longestWait the longest that a server may put a request off; one that asks for more is
 *     unavailable
 * @param redirects how often one request is sent elsewhere
 * @param maxAnswerBytes the longest answer that is read
 * @param maxEventBytes the largest event as iCalendar that is written, a series with its exceptions
 * @param askForSeries whether a listing asks for all series as well, since some servers look at the
 *     first time of a series alone
 * @param eventsAtOnce how many events one request asks for by name
 * @param syncRounds how many answers one question for changes may take
 * @param editAttempts how often a change is planned anew while others change the same event
 * @param rememberedPlaces how many accounts and calendars are remembered with where they are
 * @param rememberedFor how long they are
 */
@Validated
@ConfigurationProperties("rendezvous.calendar.caldav")
record CalDavSettings(
    @DefaultValue("false") boolean allowInwardAddresses,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("20s") Duration requestTimeout,
    @DefaultValue("2") @Min(1) @Max(10) int tries,
    @DefaultValue("5s") Duration longestWait,
    @DefaultValue("5") @Min(0) @Max(20) int redirects,
    @DefaultValue("16777216") @Min(65_536) int maxAnswerBytes,
    @DefaultValue("65536") @Min(4_096) @Max(65_536) int maxEventBytes,
    @DefaultValue("true") boolean askForSeries,
    @DefaultValue("50") @Min(1) @Max(1_000) int eventsAtOnce,
    @DefaultValue("20") @Min(1) @Max(1_000) int syncRounds,
    @DefaultValue("8") @Min(1) @Max(100) int editAttempts,
    @DefaultValue("10000") @Min(1) int rememberedPlaces,
    @DefaultValue("1h") Duration rememberedFor) {}
