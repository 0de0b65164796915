package io.rendezvous.gateway.calendar;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the calendar service answers.
 *
 * @param url its address, without a path
 * @param connectTimeout how long it has to accept a connection
 * @param readTimeout how long it has to answer
 */
@ConfigurationProperties("rendezvous.calendar-service")
record CalendarServiceSettings(
    @DefaultValue("http://localhost:8084") URI url,
    @DefaultValue("2s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {}
