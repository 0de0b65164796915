package io.rendezvous.gateway.text;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Events from sentences.
 *
 * @param maxCharacters the longest sentence
 * @param maxAttendees the most addresses in it
 */
@Validated
@ConfigurationProperties("rendezvous.texts")
record TextSettings(
    @Min(1) @DefaultValue("1000") int maxCharacters,
    @Min(0) @DefaultValue("50") int maxAttendees) {}
