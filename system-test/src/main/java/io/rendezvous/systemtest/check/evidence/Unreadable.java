package io.rendezvous.systemtest.check.evidence;

import org.jspecify.annotations.Nullable;

/** A record that is not what its topic carries; readers set such records aside. */
public record Unreadable(Place place, @Nullable String key, String reason) {}
