package io.rendezvous.gateway.stream;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param id where a client that saw it goes on; null leaves the one before in force
 */
record Frame(@Nullable String id, String event, Object data) {}
