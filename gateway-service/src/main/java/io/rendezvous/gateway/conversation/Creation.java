package io.rendezvous.gateway.conversation;

import io.rendezvous.common.command.Request.CreateConversation;
import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.OwnerMarks;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import io.rendezvous.gateway.kafka.RequestLog;
import io.rendezvous.gateway.log.ConversationTable;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.gateway.tail.Following;
import io.rendezvous.gateway.tail.Tail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes conversations: one for each key. */
final class Creation {
  private final Tail tail;
  private final ConversationTable table;
  private final RequestLog requests;
  private final OwnerMarks marks;
  private final Vault vault;
  private final ConversationSettings settings;
  private final InstantSource clock;

  Creation(
      Tail tail,
      ConversationTable table,
      RequestLog requests,
      OwnerMarks marks,
      Vault vault,
      ConversationSettings settings,
      InstantSource clock) {
    this.tail = tail;
    this.table = table;
    this.requests = requests;
    this.marks = marks;
    this.vault = vault;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns when the conversation is in the log, or when that has been waited for long enough. */
  ConversationView create(
      UserId user, ConversationBody body, IdempotencyKey key, @Nullable String traceparent)
      throws InterruptedException {
    body.check(settings);
    var conversation = marks.mint(user, "conversation:" + key.value());
    var command =
        command(user, body, new CreateConversation(user, conversation, null, null, Map.of()));
    try (var following = tail.follow(conversation)) {
      Optional<Instant> known = created(following, command);
      if (known.isEmpty() && key.given()) {
        known = stored(command);
      }
      if (known.isEmpty()) {
        requests.publish(command, traceparent);
        known = await(following, command);
      }
      Instant at = known.orElseGet(clock::instant);
      return new ConversationView(conversation, body.title(), at, at);
    }
  }

  private CreateConversation command(UserId user, ConversationBody body, CreateConversation empty) {
    var metadata = new HashMap<String, Personal>();
    if (body.metadata() != null) {
      body.metadata()
          .forEach((name, value) -> metadata.put(name, vault.seal(user, String.valueOf(value))));
    }
    return new CreateConversation(
        user,
        empty.conversation(),
        seal(user, body.title()),
        seal(user, body.systemPrompt()),
        metadata);
  }

  private @Nullable Personal seal(UserId user, @Nullable String text) {
    return text == null ? null : vault.seal(user, text);
  }

  private Optional<Instant> await(Following following, CreateConversation command)
      throws InterruptedException {
    long deadline = System.nanoTime() + settings.createWait().toNanos();
    while (true) {
      long version = following.version();
      Optional<Instant> known = created(following, command);
      long left = deadline - System.nanoTime();
      if (known.isPresent() || left <= 0 || following.closing()) {
        return known;
      }
      following.await(version, Duration.ofNanos(left));
    }
  }

  private static Optional<Instant> created(Following following, CreateConversation command) {
    for (Entry entry : following.entries()) {
      if (entry.event() instanceof Event.ConversationCreated event) {
        requireSame(event.title(), command.title());
        requireSame(event.systemPrompt(), command.systemPrompt());
        return Optional.of(entry.at());
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> stored(CreateConversation command) {
    return table
        .find(command.user(), command.conversation())
        .map(
            stored -> {
              requireSame(stored.title(), command.title());
              return stored.createdAt();
            });
  }

  private static void requireSame(@Nullable Personal before, @Nullable Personal now) {
    if (!Objects.equals(digest(before), digest(now))) {
      throw Problem.of(
          ProblemCode.IDEMPOTENCY_KEY_REUSED, "Use another key for another conversation.");
    }
  }

  private static @Nullable String digest(@Nullable Personal text) {
    return text == null ? null : text.digest();
  }
}
