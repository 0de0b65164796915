package io.rendezvous.calendar.account;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The items of accounts, and the conditions under which they change. */
final class AccountTable {
  static final String SAME_VERSION = "#version = :version";
  private static final String BY_LOOK = "by-look";
  private static final Pattern NAME = Pattern.compile("#(\\w+)");

  private final DynamoDbClient tables;
  private final String name;

  AccountTable(DynamoDbClient tables, DynamoDbSettings database) {
    this.tables = tables;
    this.name = database.table("calendar-accounts");
  }

  void createIfMissing() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                a -> a.attributeName(AccountItems.USER).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(AccountItems.ACCOUNT).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(AccountItems.SHARD).attributeType(ScalarAttributeType.N),
                a -> a.attributeName(AccountItems.LOOK_AT).attributeType(ScalarAttributeType.N))
            .keySchema(
                k -> k.attributeName(AccountItems.USER).keyType(KeyType.HASH),
                k -> k.attributeName(AccountItems.ACCOUNT).keyType(KeyType.RANGE))
            .globalSecondaryIndexes(
                index ->
                    index
                        .indexName(BY_LOOK)
                        .keySchema(
                            k -> k.attributeName(AccountItems.SHARD).keyType(KeyType.HASH),
                            k -> k.attributeName(AccountItems.LOOK_AT).keyType(KeyType.RANGE))
                        .projection(
                            some ->
                                some.projectionType(ProjectionType.INCLUDE)
                                    .nonKeyAttributes(AccountItems.FAILURES)))
            .build());
  }

  Optional<Map<String, AttributeValue>> find(UserId user, AccountId account) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get ->
                    get.tableName(name).key(AccountItems.key(user, account)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  List<Map<String, AttributeValue>> of(UserId user) {
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("#user = :user")
                    .expressionAttributeNames(Map.of("#user", AccountItems.USER))
                    .expressionAttributeValues(Map.of(":user", AccountItems.text(user.value()))))
        .items()
        .stream()
        .toList();
  }

  /** The first of a shard that are to be looked at by then, as they were a moment ago. */
  List<Map<String, AttributeValue>> due(int shard, long millis, int limit) {
    return tables
        .query(
            query ->
                query
                    .tableName(name)
                    .indexName(BY_LOOK)
                    .keyConditionExpression("#shard = :shard AND #lookAt <= :now")
                    .expressionAttributeNames(
                        Map.of("#shard", AccountItems.SHARD, "#lookAt", AccountItems.LOOK_AT))
                    .expressionAttributeValues(
                        Map.of(
                            ":shard", AccountItems.number(shard),
                            ":now", AccountItems.number(millis)))
                    .limit(limit))
        .items();
  }

  /** Every item that another key than this one has sealed. */
  Iterable<Map<String, AttributeValue>> sealedByOthersThan(int key) {
    return tables
        .scanPaginator(
            scan ->
                scan.tableName(name)
                    .consistentRead(true)
                    .filterExpression("#key <> :key")
                    .expressionAttributeNames(Map.of("#key", AccountItems.KEY))
                    .expressionAttributeValues(Map.of(":key", AccountItems.number(key))))
        .items();
  }

  /** Makes or changes an item whatever it was; returns it as it is then. */
  Map<String, AttributeValue> write(
      UserId user, AccountId account, String update, Map<String, AttributeValue> values) {
    return tables
        .updateItem(
            item ->
                item.tableName(name)
                    .key(AccountItems.key(user, account))
                    .updateExpression(update)
                    .expressionAttributeNames(names(update))
                    .expressionAttributeValues(values)
                    .returnValues(ReturnValue.ALL_NEW))
        .attributes();
  }

  /** Whether it is changed; if not, the item is not, or not any more, as the condition says. */
  boolean writeIf(
      UserId user,
      AccountId account,
      String condition,
      String update,
      Map<String, AttributeValue> values) {
    try {
      tables.updateItem(
          item ->
              item.tableName(name)
                  .key(AccountItems.key(user, account))
                  .conditionExpression(condition)
                  .updateExpression(update)
                  .expressionAttributeNames(names(condition + update))
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return false;
    }
  }

  /** Marks this account alone, or none; false where the accounts have changed meanwhile. */
  boolean mark(UserId user, List<AccountId> accounts, Optional<AccountId> marked) {
    List<TransactWriteItem> writes =
        accounts.stream()
            .map(account -> mark(user, account, marked.filter(account::equals).isPresent()))
            .toList();
    try {
      if (!writes.isEmpty()) {
        tables.transactWriteItems(request -> request.transactItems(writes));
      }
      return true;
    } catch (TransactionCanceledException e) {
      if (Tables.isAway(e)
          || e.cancellationReasons().stream()
              .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
        return false;
      }
      throw e;
    }
  }

  boolean delete(UserId user, AccountId account) {
    return !tables
        .deleteItem(
            delete ->
                delete
                    .tableName(name)
                    .key(AccountItems.key(user, account))
                    .returnValues(ReturnValue.ALL_OLD))
        .attributes()
        .isEmpty();
  }

  private TransactWriteItem mark(UserId user, AccountId account, boolean marked) {
    return TransactWriteItem.builder()
        .update(
            item ->
                item.tableName(name)
                    .key(AccountItems.key(user, account))
                    .conditionExpression("attribute_exists(#account)")
                    .updateExpression("SET #default = :marked")
                    .expressionAttributeNames(
                        Map.of("#account", AccountItems.ACCOUNT, "#default", AccountItems.DEFAULT))
                    .expressionAttributeValues(Map.of(":marked", AttributeValue.fromBool(marked))))
        .build();
  }

  /** Those that the expressions have, since no others may be given. */
  private static Map<String, String> names(String expressions) {
    var names = new TreeMap<String, String>();
    NAME.matcher(expressions).results().forEach(it -> names.put(it.group(), it.group(1)));
    return names;
  }
}
