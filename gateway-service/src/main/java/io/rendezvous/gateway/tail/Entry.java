package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Event;
import java.time.Instant;

/** One event as the log has it; {@code at} is the time of its decision. */
public record Entry(long sequence, Instant at, Event event) {}
