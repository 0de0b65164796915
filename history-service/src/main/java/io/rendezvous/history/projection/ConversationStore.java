package io.rendezvous.history.projection;

import static io.rendezvous.history.projection.HistoryTables.BY_TURN;
import static io.rendezvous.history.projection.HistoryTables.CONVERSATIONS;
import static io.rendezvous.history.projection.HistoryTables.LARGE_EVENTS;
import static io.rendezvous.history.projection.HistoryTables.TOOL_EXECUTIONS;
import static io.rendezvous.history.projection.HistoryTables.TURNS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads and writes one conversation's items. */
final class ConversationStore {
  /** The turns that a conversation is likely to go on with, read in one page. */
  private static final int RECENT_TURNS = 10;

  private final GuardedTables tables;
  private final int partBytes;

  ConversationStore(GuardedTables tables, int partBytes) {
    this.tables = tables;
    this.partBytes = partBytes;
  }

  /**
   * What the tables hold: the head, the latest turns, and every item that a crash left beyond the
   * head.
   */
  ConversationFold load(UserId user, ConversationId conversation) {
    var key = Map.of("user", fromS(user.value()), "conversation", fromS(conversation.value()));
    Head head = tables.get(CONVERSATIONS, key).map(Items::head).orElse(null);
    var fold = new ConversationFold(head, partBytes);
    var newestFirst = new LinkedHashMap<TurnId, TurnPart>();
    var query = QueryRequest.builder().consistentRead(true).limit(RECENT_TURNS);
    for (Attributes item : tables.newestFirst(query, TURNS, "conversation", conversation.value())) {
      TurnPart part = Items.turnPart(item);
      if (newestFirst.size() >= RECENT_TURNS && part.lastSequence() <= fold.lastSequence()) {
        break;
      }
      newestFirst.putIfAbsent(part.turn(), part);
    }
    newestFirst.sequencedValues().reversed().forEach(fold::learn);
    return fold;
  }

  /**
   * The last part of a turn. The index may be a moment behind; what was written that lately is
   * among those that {@link #load} reads or the cache keeps.
   */
  Optional<TurnPart> lastPart(TurnId turn) {
    var query = QueryRequest.builder().indexName(BY_TURN).limit(1);
    for (Attributes found : tables.newestFirst(query, TURNS, "turn", turn.value())) {
      var key =
          Map.of(
              "conversation", fromS(turn.conversation().value()),
              "firstSequence", fromN(Long.toString(found.number("firstSequence"))));
      return tables.get(TURNS, key).map(Items::turnPart);
    }
    return Optional.empty();
  }

  Executions executions(TurnId turn, UserId user) {
    var key =
        Map.of("conversation", fromS(turn.conversation().value()), "turn", fromS(turn.value()));
    return tables
        .get(TOOL_EXECUTIONS, key)
        .map(Items::executions)
        .orElseGet(() -> Executions.none(turn, user));
  }

  /** The head comes last: until it is there, a repeat of the same decisions writes the rest. */
  void save(ConversationFold fold) {
    Head head = fold.head();
    if (head == null) {
      return;
    }
    for (LargeEvent large : fold.largeEvents()) {
      Items.of(head.conversation(), head.user(), large)
          .forEach(item -> tables.put(LARGE_EVENTS, item));
    }
    for (TurnPart part : fold.changedParts()) {
      tables.put(TURNS, Items.of(part), part.storedSequence());
    }
    for (Executions calls : fold.changedExecutions()) {
      tables.put(TOOL_EXECUTIONS, Items.of(calls), calls.storedSequence());
    }
    if (head.isChanged()) {
      tables.put(CONVERSATIONS, Items.of(head), head.storedSequence());
    }
  }
}
