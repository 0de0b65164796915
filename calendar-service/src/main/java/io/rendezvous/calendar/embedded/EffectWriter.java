package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes an effect and its journal entry in one transaction: neither is there without the other.
 */
final class EffectWriter {
  private static final String SAME_VERSION = "#etag = :etag";
  private static final Map<String, String> ETAG_NAME = Map.of("#etag", EventItems.ETAG);

  /** Codes that DynamoDB cancels a transaction with because of what others write. */
  private static final Set<String> OUTRUN = Set.of("ConditionalCheckFailed", "TransactionConflict");

  private final DynamoDbClient tables;
  private final EventTable events;
  private final EventItems items;
  private final Journal journal;

  EffectWriter(DynamoDbClient tables, EventTable events, EventItems items, Journal journal) {
    this.tables = tables;
    this.events = events;
    this.items = items;
    this.journal = journal;
  }

  /** Whether it is written; if not, another delivery or another editor came first. */
  boolean write(Effect effect) {
    TransactWriteItem entry =
        TransactWriteItem.builder()
            .put(journal.entry(effect.event().calendar().owner(), effect))
            .build();
    try {
      tables.transactWriteItems(request -> request.transactItems(entry, event(effect)));
      return true;
    } catch (TransactionCanceledException e) {
      List<String> codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
      if (codes.stream().noneMatch(OUTRUN::contains)) {
        throw e;
      }
      return false;
    }
  }

  private TransactWriteItem event(Effect effect) {
    var item = TransactWriteItem.builder();
    return switch (effect) {
      case Effect.Created(_, var event, _) -> item.put(create(event)).build();
      case Effect.Changed(_, var before, var after, _) -> item.put(replace(before, after)).build();
      case Effect.Deleted(_, var event, _) -> item.delete(delete(event)).build();
    };
  }

  private Put create(CalendarEvent event) {
    return Put.builder()
        .tableName(events.name())
        .item(items.write(event))
        .conditionExpression("attribute_not_exists(#event)")
        .expressionAttributeNames(Map.of("#event", EventItems.EVENT))
        .build();
  }

  private Put replace(CalendarEvent before, CalendarEvent after) {
    return Put.builder()
        .tableName(events.name())
        .item(items.write(after))
        .conditionExpression(SAME_VERSION)
        .expressionAttributeNames(ETAG_NAME)
        .expressionAttributeValues(version(before))
        .build();
  }

  private Delete delete(CalendarEvent event) {
    return Delete.builder()
        .tableName(events.name())
        .key(EventItems.key(event.calendar(), event.id()))
        .conditionExpression(SAME_VERSION)
        .expressionAttributeNames(ETAG_NAME)
        .expressionAttributeValues(version(event))
        .build();
  }

  private static Map<String, AttributeValue> version(CalendarEvent event) {
    return Map.of(":etag", AttributeValue.fromS(event.etag()));
  }
}
