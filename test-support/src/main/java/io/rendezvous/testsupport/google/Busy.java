package io.rendezvous.testsupport.google;

import java.time.Instant;

/** A time that somebody has no time in. */
public record Busy(Instant from, Instant to) {}
