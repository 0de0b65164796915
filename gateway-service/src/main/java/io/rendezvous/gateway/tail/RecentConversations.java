package io.rendezvous.gateway.tail;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whose conversations the tail holds, and when something last happened in them. */
final class RecentConversations {
  private record Owned(UserId user, RecentConversation conversation) {}

  private final Map<ConversationId, Owned> recent = new ConcurrentHashMap<>();

  void add(UserId user, ConversationId conversation, List<Entry> fresh) {
    for (Entry entry : fresh) {
      recent.compute(
          conversation,
          (_, known) ->
              new Owned(
                  user, with(conversation, known == null ? null : known.conversation(), entry)));
    }
  }

  private static RecentConversation with(
      ConversationId conversation, @Nullable RecentConversation known, Entry entry) {
    if (entry.event() instanceof Event.ConversationCreated created) {
      return new RecentConversation(conversation, entry.at(), created.title(), entry.at());
    }
    if (entry.sequence() == 1 || known == null) {
      return new RecentConversation(
          conversation, entry.sequence() == 1 ? entry.at() : null, null, entry.at());
    }
    return new RecentConversation(conversation, known.createdAt(), known.title(), entry.at());
  }

  void forget(ConversationId conversation) {
    recent.remove(conversation);
  }

  List<RecentConversation> of(UserId user) {
    return recent.values().stream()
        .filter(owned -> owned.user().equals(user))
        .map(Owned::conversation)
        .toList();
  }
}
