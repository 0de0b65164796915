package io.rendezvous.history.projection;

import io.rendezvous.common.event.TurnStatus;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** How heads, turns and tool calls look as items; {@code docs/data.md} tells the same. */
final class Items {
  private static final TypeReference<Map<String, Personal>> METADATA = new TypeReference<>() {};
  private static final TypeReference<List<Execution>> EXECUTIONS = new TypeReference<>() {};

  private static final TypeReference<List<ModelTotals>> TOTALS = new TypeReference<>() {};

  private Items() {}

  static Attributes of(Head head) {
    return new Attributes()
        .put("user", head.user().value())
        .put("conversation", head.conversation().value())
        .put("createdAt", head.createdAt())
        .put("lastActivityAt", head.lastActivityAt())
        .put("lastSequence", head.lastSequence())
        .putJson("title", head.title())
        .putJson("systemPrompt", head.systemPrompt())
        .putJson("metadata", head.metadata().isEmpty() ? null : head.metadata())
        .put("approvals", head.approvals().stream().map(ApprovalId::value).toList())
        .put("events", head.events().pack());
  }

  static Head head(Attributes item) {
    String metadata = item.textOrNull("metadata");
    return new Head(
        new UserId(item.text("user")),
        new ConversationId(item.text("conversation")),
        item.time("createdAt"),
        item.time("lastActivityAt"),
        item.number("lastSequence"),
        item.number("lastSequence"),
        item.jsonOrNull("title", Personal.class),
        item.jsonOrNull("systemPrompt", Personal.class),
        metadata == null ? Map.of() : Json.MAPPER.readValue(metadata, METADATA),
        item.texts("approvals").stream().map(ApprovalId::new).collect(Collectors.toSet()),
        PackedEvents.unpack(item.bytes("events")));
  }

  static Attributes of(TurnPart part) {
    return new Attributes()
        .put("conversation", part.turn().conversation().value())
        .put("firstSequence", part.firstSequence())
        .put("turn", part.turn().value())
        .put("user", part.user().value())
        .put("status", part.progress().status().name().toLowerCase(Locale.ROOT))
        .put("lastSequence", part.lastSequence())
        .put("startedAt", part.progress().startedAt())
        .put("endedAt", part.progress().endedAt())
        .put("reason", part.progress().reason())
        .putJson("usage", part.spent().models().isEmpty() ? null : part.spent().models())
        .put("events", part.events().pack());
  }

  static TurnPart turnPart(Attributes item) {
    return new TurnPart(
        new TurnId(item.text("turn")),
        new UserId(item.text("user")),
        item.number("firstSequence"),
        item.number("lastSequence"),
        item.number("lastSequence"),
        new Progress(
            TurnStatus.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
            item.time("startedAt"),
            item.timeOrNull("endedAt"),
            item.textOrNull("reason")),
        spent(item.textOrNull("usage")),
        PackedEvents.unpack(item.bytes("events")));
  }

  private static Spent spent(@Nullable String usage) {
    return usage == null ? Spent.NOTHING : new Spent(Json.MAPPER.readValue(usage, TOTALS));
  }

  static Attributes of(Executions executions) {
    List<Execution> calls = new ArrayList<>(executions.calls().values());
    return new Attributes()
        .put("conversation", executions.turn().conversation().value())
        .put("turn", executions.turn().value())
        .put("user", executions.user().value())
        .put("lastSequence", executions.lastSequence())
        .put("executions", Gzip.compress(Json.MAPPER.writeValueAsString(calls)));
  }

  static List<Attributes> of(ConversationId conversation, UserId user, LargeEvent large) {
    var items = new ArrayList<Attributes>();
    for (byte[] bytes : large.chunks()) {
      items.add(
          new Attributes()
              .put("conversation", conversation.value())
              .put(
                  "chunk",
                  String.format(Locale.ROOT, "%019d.%03d", large.event().sequence(), items.size()))
              .put("user", user.value())
              .put("bytes", bytes));
    }
    return items;
  }

  static Executions executions(Attributes item) {
    List<Execution> calls =
        Json.MAPPER.readValue(Gzip.expand(item.bytes("executions")), EXECUTIONS);
    SequencedMap<CallId, Execution> byCall = new LinkedHashMap<>();
    calls.forEach(call -> byCall.put(call.call(), call));
    return new Executions(
        new TurnId(item.text("turn")),
        new UserId(item.text("user")),
        item.number("lastSequence"),
        item.number("lastSequence"),
        byCall);
  }
}
