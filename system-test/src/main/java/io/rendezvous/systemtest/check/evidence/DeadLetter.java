package io.rendezvous.systemtest.check.evidence;

import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside.
 *
 * @param origin where it was read; null where the letter does not tell
 */
public record DeadLetter(Place place, @Nullable Place origin, String group, String reason) {}
