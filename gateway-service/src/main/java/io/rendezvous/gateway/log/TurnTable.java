package io.rendezvous.gateway.log;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.gateway.tail.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The turns as the projection has written them; read only. */
final class TurnTable {
  private static final int PAGE = 25;

  /** A page ends early after so much that was kept apart; one item is always whole. */
  private static final long PAGE_APART_BYTES = 4L * 1024 * 1024;

  private final DynamoDbClient tables;
  private final String table;
  private final LargeEvents large;

  TurnTable(DynamoDbClient tables, DynamoDbSettings settings) {
    this.tables = tables;
    this.table = settings.table("turns");
    this.large = new LargeEvents(tables, settings);
  }

  /** The first items that begin after this event, oldest first. */
  List<StoredTurn> beginningAfter(ConversationId conversation, long sequence) {
    return query(conversation, "firstSequence > :s", sequence, true);
  }

  /** The last items that begin before this event, newest first. */
  List<StoredTurn> beginningBefore(ConversationId conversation, long sequence) {
    return query(conversation, "firstSequence < :s", sequence, false);
  }

  private List<StoredTurn> query(
      ConversationId conversation, String condition, long sequence, boolean ascending) {
    var page = new ArrayList<StoredTurn>();
    long apartBytes = 0;
    for (var item : items(conversation, condition, sequence, ascending)) {
      if (apartBytes > PAGE_APART_BYTES) {
        break;
      }
      StoredTurn turn = StoredTurn.of(item, large);
      page.add(turn);
      apartBytes += turn.apartBytes();
    }
    return page;
  }

  private List<Map<String, AttributeValue>> items(
      ConversationId conversation, String condition, long sequence, boolean ascending) {
    return tables
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("conversation = :c AND " + condition)
                    .expressionAttributeValues(
                        Map.of(
                            ":c", AttributeValue.fromS(conversation.value()),
                            ":s", AttributeValue.fromN(Long.toString(sequence))))
                    .scanIndexForward(ascending)
                    .limit(PAGE))
        .items();
  }

  /** Every event of one turn, in order; each query of the turns may take so long. */
  List<Entry> events(TurnId turn, Duration limit) {
    var entries = new ArrayList<Entry>();
    tables
        .queryPaginator(
            query ->
                query
                    .overrideConfiguration(call -> call.apiCallTimeout(limit))
                    .tableName(table)
                    .indexName("by-turn")
                    .keyConditionExpression("turn = :t")
                    .expressionAttributeValues(Map.of(":t", AttributeValue.fromS(turn.value()))))
        .items()
        .forEach(item -> entries.addAll(StoredTurn.of(item, large).entries()));
    entries.sort(Comparator.comparingLong(Entry::sequence));
    return entries;
  }
}
