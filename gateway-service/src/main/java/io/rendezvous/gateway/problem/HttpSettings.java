package io.rendezvous.gateway.problem;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a request may weigh.
 *
 * @param maxBodyBytes a larger body is refused with 413
 * @param maxJsonDepth JSON nested deeper is refused with 400
 */
@Validated
@ConfigurationProperties("rendezvous.http")
record HttpSettings(
    @Min(1_024) @DefaultValue("65536") long maxBodyBytes,
    @Min(4) @DefaultValue("32") int maxJsonDepth) {}
