package io.rendezvous.gateway.conversation;

import io.rendezvous.common.id.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A conversation as clients see it. */
record ConversationView(
    ConversationId id, @Nullable String title, Instant createdAt, Instant lastActivityAt) {}
