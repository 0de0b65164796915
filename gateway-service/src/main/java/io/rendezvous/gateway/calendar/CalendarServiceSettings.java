package io.rendezvous.gateway.calendar;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the calendar service answers.
 *
 * @param url its address, without a path
 * @param connectTimeout how long it has to accept a connection
 * @param readTimeout how long it has to answer
 * @param accountTimeout how long it has to answer where it must ask a provider for an account
 * @param maxAnswer a larger answer is not handed on
 */
@Validated
@ConfigurationProperties("rendezvous.calendar-service")
record CalendarServiceSettings(
    @NotNull @DefaultValue("http://localhost:8084") URI url,
    @NotNull @DefaultValue("2s") Duration connectTimeout,
    @NotNull @DefaultValue("10s") Duration readTimeout,
    @NotNull @DefaultValue("30s") Duration accountTimeout,
    @NotNull @DefaultValue("4MB") DataSize maxAnswer) {}
