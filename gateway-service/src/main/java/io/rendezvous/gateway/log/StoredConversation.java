package io.rendezvous.gateway.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The head of a conversation as the projection has written it. */
public record StoredConversation(
    ConversationId conversation,
    Instant createdAt,
    Instant lastActivityAt,
    long lastSequence,
    @Nullable Personal title) {

  static StoredConversation of(Map<String, AttributeValue> item) {
    AttributeValue title = item.get("title");
    return new StoredConversation(
        new ConversationId(text(item, "conversation")),
        Instant.parse(text(item, "createdAt")),
        Instant.parse(text(item, "lastActivityAt")),
        Long.parseLong(requireNonNull(item.get("lastSequence"), "lastSequence").n()),
        title == null ? null : Json.MAPPER.readValue(title.s(), Personal.class));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).s();
  }
}
