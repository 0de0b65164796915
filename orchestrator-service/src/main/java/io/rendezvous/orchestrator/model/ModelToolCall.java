package io.rendezvous.orchestrator.model;

import io.rendezvous.common.id.CallId;
import org.jspecify.annotations.Nullable;

/**
 * A tool call as a model wants it; arguments are JSON.
 *
 * @param id null in a reply, set in a request's history
 */
public record ModelToolCall(@Nullable CallId id, String name, String arguments) {}
