package io.rendezvous.history.projection;

import static io.rendezvous.history.projection.HistoryTables.BY_TURN;
import static io.rendezvous.history.projection.HistoryTables.CONVERSATIONS;
import static io.rendezvous.history.projection.HistoryTables.TOOL_EXECUTIONS;
import static io.rendezvous.history.projection.HistoryTables.TURNS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.micrometer.core.instrument.MeterRegistry;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads and writes one conversation's items. */
final class ConversationStore {
  /** The turns that a conversation is likely to go on with, read in one page. */
  private static final int RECENT_TURNS = 10;

  private final DynamoDbClient client;
  private final DynamoDbSettings tables;
  private final int partBytes;
  private final MeterRegistry meters;

  ConversationStore(
      DynamoDbClient client, DynamoDbSettings tables, int partBytes, MeterRegistry meters) {
    this.client = client;
    this.tables = tables;
    this.partBytes = partBytes;
    this.meters = meters;
  }

  /**
   * What the tables hold: the head, the latest turns, and every item that a crash left beyond the
   * head.
   */
  ConversationFold load(UserId user, ConversationId conversation) {
    Map<String, AttributeValue> head =
        get(
            CONVERSATIONS,
            Map.of("user", fromS(user.value()), "conversation", fromS(conversation.value())));
    var fold =
        new ConversationFold(head.isEmpty() ? null : Items.head(new Attributes(head)), partBytes);
    var newestFirst = new LinkedHashMap<TurnId, TurnPart>();
    for (TurnPart part : (Iterable<TurnPart>) newestFirst(conversation)::iterator) {
      if (newestFirst.size() >= RECENT_TURNS && part.lastSequence() <= fold.lastSequence()) {
        break;
      }
      newestFirst.putIfAbsent(part.turn(), part);
    }
    newestFirst.sequencedValues().reversed().forEach(fold::learn);
    return fold;
  }

  private Stream<TurnPart> newestFirst(ConversationId conversation) {
    var query =
        QueryRequest.builder()
            .tableName(tables.table(TURNS))
            .keyConditionExpression("conversation = :conversation")
            .expressionAttributeValues(Map.of(":conversation", fromS(conversation.value())))
            .scanIndexForward(false)
            .consistentRead(true)
            .limit(RECENT_TURNS)
            .build();
    return client.queryPaginator(query).items().stream()
        .map(item -> Items.turnPart(new Attributes(item)));
  }

  /**
   * The last part of a turn. The index may be a moment behind; what was written that lately is
   * among those that {@link #load} reads or the cache keeps.
   */
  Optional<TurnPart> lastPart(TurnId turn) {
    return client
        .query(
            query ->
                query
                    .tableName(tables.table(TURNS))
                    .indexName(BY_TURN)
                    .keyConditionExpression("turn = :turn")
                    .expressionAttributeValues(Map.of(":turn", fromS(turn.value())))
                    .scanIndexForward(false)
                    .limit(1))
        .items()
        .stream()
        .findFirst()
        .map(found -> new Attributes(found).number("firstSequence"))
        .map(
            firstSequence ->
                get(
                    TURNS,
                    Map.of(
                        "conversation",
                        fromS(turn.conversation().value()),
                        "firstSequence",
                        fromN(Long.toString(firstSequence)))))
        .map(item -> Items.turnPart(new Attributes(item)));
  }

  Executions executions(TurnId turn, UserId user) {
    Map<String, AttributeValue> item =
        get(
            TOOL_EXECUTIONS,
            Map.of(
                "conversation", fromS(turn.conversation().value()), "turn", fromS(turn.value())));
    return item.isEmpty() ? Executions.none(turn, user) : Items.executions(new Attributes(item));
  }

  /** The head comes last: until it is there, a repeat of the same decisions writes the rest. */
  void save(ConversationFold fold) {
    for (TurnPart part : fold.changedParts()) {
      put(TURNS, Items.of(part), part.storedSequence());
    }
    for (Executions calls : fold.changedExecutions()) {
      put(TOOL_EXECUTIONS, Items.of(calls), calls.storedSequence());
    }
    Head head = fold.head();
    if (head != null && head.isChanged()) {
      put(CONVERSATIONS, Items.of(head), head.storedSequence());
    }
  }

  private Map<String, AttributeValue> get(String table, Map<String, AttributeValue> key) {
    return client
        .getItem(get -> get.tableName(tables.table(table)).key(key).consistentRead(true))
        .item();
  }

  /** Fails if the item is not as it was read: somebody else has this partition by now. */
  private void put(String table, Attributes item, long storedSequence) {
    client.putItem(
        put -> {
          put.tableName(tables.table(table)).item(item.values());
          if (storedSequence == 0) {
            put.conditionExpression("attribute_not_exists(lastSequence)");
          } else {
            put.conditionExpression("lastSequence = :stored")
                .expressionAttributeValues(Map.of(":stored", fromN(Long.toString(storedSequence))));
          }
        });
    meters.counter("history.items.written", "table", table).increment();
  }
}
