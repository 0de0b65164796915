package io.rendezvous.gateway.tail;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.personal.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the tail alone tells it.
 *
 * @param createdAt when it was created; null where that is no longer in the tail
 * @param title its title, if the tail has seen it created with one
 */
public record RecentConversation(
    ConversationId conversation,
    @Nullable Instant createdAt,
    @Nullable Personal title,
    Instant lastActivityAt) {}
