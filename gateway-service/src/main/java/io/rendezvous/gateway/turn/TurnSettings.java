package io.rendezvous.gateway.turn;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Asking after turns.
 *
 * @param maxWait the longest that a request waits for a turn's end; longer waits are cut to it
 */
@ConfigurationProperties("rendezvous.turns")
record TurnSettings(@DefaultValue("60s") Duration maxWait) {}
