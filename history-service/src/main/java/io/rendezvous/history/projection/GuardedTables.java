package io.rendezvous.history.projection;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Items by their keys; a write goes through only where the item is still as it was read. */
final class GuardedTables {
  private final DynamoDbClient client;
  private final DynamoDbSettings settings;
  private final ProjectionMetrics metrics;

  GuardedTables(DynamoDbClient client, DynamoDbSettings settings, ProjectionMetrics metrics) {
    this.client = client;
    this.settings = settings;
    this.metrics = metrics;
  }

  /** The item as the last write left it. */
  Optional<Attributes> get(String table, Map<String, AttributeValue> key) {
    var found =
        client.getItem(get -> get.tableName(settings.table(table)).key(key).consistentRead(true));
    return found.hasItem() ? Optional.of(new Attributes(found.item())) : Optional.empty();
  }

  /** The items with this value of the hash key, the greatest range key first, read page by page. */
  Iterable<Attributes> newestFirst(
      QueryRequest.Builder query, String table, String hash, String value) {
    QueryRequest request =
        query
            .tableName(settings.table(table))
            .keyConditionExpression("#hash = :value")
            .expressionAttributeNames(Map.of("#hash", hash))
            .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)))
            .scanIndexForward(false)
            .build();
    return () -> client.queryPaginator(request).items().stream().map(Attributes::new).iterator();
  }

  /**
   * Writes the item.
   *
   * @param storedSequence the {@code lastSequence} that the item had; 0 where there was none
   * @throws software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException if it
   *     has another by now: somebody else has this partition, or our own write did arrive
   */
  void put(String table, Attributes item, long storedSequence) {
    client.putItem(
        put -> {
          put.tableName(settings.table(table)).item(item.values());
          if (storedSequence == 0) {
            put.conditionExpression("attribute_not_exists(lastSequence)");
          } else {
            put.conditionExpression("lastSequence = :stored")
                .expressionAttributeValues(Map.of(":stored", fromN(Long.toString(storedSequence))));
          }
        });
    metrics.wrote(table);
  }

  /** Writes an item that is the same whoever writes it. */
  void put(String table, Attributes item) {
    client.putItem(put -> put.tableName(settings.table(table)).item(item.values()));
    metrics.wrote(table);
  }
}
