package io.rendezvous.gateway.conversation;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.gateway.log.ConversationTable;
import io.rendezvous.gateway.log.ConversationTable.Place;
import io.rendezvous.gateway.log.StoredConversation;
import io.rendezvous.gateway.message.Views;
import io.rendezvous.gateway.security.Ownership;
import io.rendezvous.gateway.tail.RecentConversation;
import io.rendezvous.gateway.tail.Tail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads conversations: the table, overlaid with the tail. */
final class Conversations {
  private static final Comparator<ConversationView> NEWEST_FIRST =
      Comparator.comparing(ConversationView::lastActivityAt)
          .thenComparing(view -> view.id().value())
          .reversed();

  private final Tail tail;
  private final ConversationTable table;
  private final Views views;
  private final Ownership ownership;

  Conversations(Tail tail, ConversationTable table, Views views, Ownership ownership) {
    this.tail = tail;
    this.table = table;
    this.views = views;
    this.ownership = ownership;
  }

  Optional<ConversationView> find(UserId user, ConversationId conversation) {
    return tail.recentConversations(user).stream()
        .filter(recent -> recent.conversation().equals(conversation))
        .findFirst()
        .map(recent -> view(user, recent))
        .or(() -> table.find(user, conversation).map(stored -> view(user, stored)));
  }

  Page<ConversationView> list(UserId user, int limit, @Nullable Place after) {
    // The tail first: what it lets go of is in the table by then.
    Map<ConversationId, RecentConversation> recent =
        tail.recentConversations(user).stream()
            .collect(Collectors.toMap(RecentConversation::conversation, Function.identity()));
    var found = new ArrayList<ConversationView>();
    ConversationId direct = ownership.direct(user);
    recent.values().stream()
        .filter(conversation -> !conversation.conversation().equals(direct))
        .filter(conversation -> comesAfter(conversation, after))
        .map(conversation -> view(user, conversation))
        .forEach(found::add);
    stored(user, limit + 2, after, recent).stream()
        .filter(conversation -> !conversation.id().equals(direct))
        .forEach(found::add);
    found.sort(NEWEST_FIRST);
    List<ConversationView> page = found.stream().limit(limit).toList();
    return new Page<>(page, found.size() > limit ? cursor(page.getLast()) : null);
  }

  private static String cursor(ConversationView last) {
    return Cursor.of(new Place(last.lastActivityAt(), last.id()));
  }

  private static boolean comesAfter(RecentConversation conversation, @Nullable Place place) {
    if (place == null) {
      return true;
    }
    int time = conversation.lastActivityAt().compareTo(place.lastActivityAt());
    return time < 0
        || (time == 0
            && conversation.conversation().value().compareTo(place.conversation().value()) < 0);
  }

  /** What the table has of conversations that the tail knows is older. */
  private List<ConversationView> stored(
      UserId user,
      int wanted,
      @Nullable Place after,
      Map<ConversationId, RecentConversation> recent) {
    var found = new ArrayList<ConversationView>();
    Place from = after;
    while (found.size() < wanted) {
      var page = table.page(user, from, wanted);
      page.stream()
          .filter(stored -> !recent.containsKey(stored.conversation()))
          .map(stored -> view(user, stored))
          .forEach(found::add);
      if (page.size() < wanted) {
        return found;
      }
      from = new Place(page.getLast().lastActivityAt(), page.getLast().conversation());
    }
    return found;
  }

  private ConversationView view(UserId user, RecentConversation recent) {
    Instant created = recent.createdAt();
    if (created != null) {
      return view(user, recent.conversation(), recent.title(), created, recent.lastActivityAt());
    }
    Optional<StoredConversation> stored = table.find(user, recent.conversation());
    return view(
        user,
        recent.conversation(),
        stored.map(StoredConversation::title).orElse(null),
        stored.map(StoredConversation::createdAt).orElse(recent.lastActivityAt()),
        recent.lastActivityAt());
  }

  private ConversationView view(UserId user, StoredConversation stored) {
    return view(
        user, stored.conversation(), stored.title(), stored.createdAt(), stored.lastActivityAt());
  }

  private ConversationView view(
      UserId user,
      ConversationId conversation,
      @Nullable Personal title,
      Instant createdAt,
      Instant lastActivityAt) {
    return new ConversationView(
        conversation, title == null ? null : views.open(user, title), createdAt, lastActivityAt);
  }
}
