package io.rendezvous.gateway.message;

import io.rendezvous.common.id.CallId;
import org.jspecify.annotations.Nullable;

/**
 * A tool call of a turn.
 *
 * @param arguments as the model wrote them: JSON, or text where it is none
 * @param ok whether it was done; null while it runs
 * @param late whether it reported after its turn had ended; null where it did not
 */
public record ToolCallView(
    CallId callId,
    String name,
    @Nullable Object arguments,
    @Nullable Boolean ok,
    @Nullable String summary,
    @Nullable Boolean late) {}
