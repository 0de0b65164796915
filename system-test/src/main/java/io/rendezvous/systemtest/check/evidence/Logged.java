package io.rendezvous.systemtest.check.evidence;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record of a log.
 *
 * @param message what its contract says of it
 * @param json the same as it stands there
 */
public record Logged<T>(Place place, @Nullable String key, T message, JsonNode json) {}
