package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What every call came to, written once: the first entry of a call is its last. */
final class Journal {
  private static final String IF_NEW = "attribute_not_exists(#call)";
  private static final Map<String, String> NAMES = Map.of("#call", JournalItems.CALL);

  private final DynamoDbClient tables;
  private final String name;
  private final JournalItems items;

  Journal(DynamoDbClient tables, DynamoDbSettings database, JournalItems items) {
    this.tables = tables;
    this.name = database.table("calendar-journal");
    this.items = items;
  }

  void createIfMissing() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                a -> a.attributeName(JournalItems.USER).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(JournalItems.CALL).attributeType(ScalarAttributeType.S))
            .keySchema(
                k -> k.attributeName(JournalItems.USER).keyType(KeyType.HASH),
                k -> k.attributeName(JournalItems.CALL).keyType(KeyType.RANGE))
            .build());
  }

  Optional<Outcome<Effect>> find(UserId user, CallId call) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get -> get.tableName(name).key(JournalItems.key(user, call)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(items.read(user, call, item));
  }

  /** The entry's half of the transaction that has the effect. */
  Put entry(Effect effect) {
    return Put.builder()
        .tableName(name)
        .item(items.write(effect))
        .conditionExpression(IF_NEW)
        .expressionAttributeNames(NAMES)
        .build();
  }

  /** Records that the call had no effect, unless another delivery has recorded otherwise. */
  Outcome<Effect> refuse(UserId user, CallId call, CalendarFailure failure) {
    try {
      tables.putItem(
          put ->
              put.tableName(name)
                  .item(items.write(user, call, failure))
                  .conditionExpression(IF_NEW)
                  .expressionAttributeNames(NAMES));
      return new Outcome.Failed<>(failure);
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return find(user, call).orElseThrow();
    }
  }
}
