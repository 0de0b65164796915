package io.rendezvous.calendar.outside;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.AccountId;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How far each calendar is followed. A calendar is two items, since what is known of its events is
 * large and seldom needed; what nobody has read for long goes by itself.
 */
final class SyncTable {
  private static final String KNOWN_ITEM = "known:";
  private static final String LISTED_ITEM = "listed:";
  private static final String KNOWN = "known";
  private static final Duration KEPT = Duration.ofDays(30);

  private final DynamoDbClient tables;
  private final String name;
  private final SyncItems items;

  SyncTable(DynamoDbClient tables, DynamoDbSettings database, Vault vault) {
    this.tables = tables;
    this.name = database.table("calendar-sync");
    this.items = new SyncItems(vault);
  }

  void createIfMissing() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                a -> a.attributeName(SyncItems.USER).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(SyncItems.CALENDAR).attributeType(ScalarAttributeType.S))
            .keySchema(
                k -> k.attributeName(SyncItems.USER).keyType(KeyType.HASH),
                k -> k.attributeName(SyncItems.CALENDAR).keyType(KeyType.RANGE))
            .build());
    Tables.expireBy(tables, name, SyncItems.GONE_AT);
  }

  /** The calendars of an account that are followed. */
  List<Followed> of(UserId user, AccountId account) {
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("#user = :user AND begins_with(#calendar, :account)")
                    .expressionAttributeNames(
                        Map.of("#user", SyncItems.USER, "#calendar", SyncItems.CALENDAR))
                    .expressionAttributeValues(
                        Map.of(
                            ":user", AttributeValue.fromS(user.value()),
                            ":account", AttributeValue.fromS(account + "."))))
        .items()
        .stream()
        .map(items::read)
        .toList();
  }

  /** When an account was last asked for its calendars; the epoch where it never was. */
  Instant listedAt(UserId user, AccountId account) {
    Map<String, AttributeValue> item = item(user, LISTED_ITEM + account);
    return item.isEmpty() ? Instant.EPOCH : SyncItems.readAt(item);
  }

  void listed(UserId user, AccountId account, Instant now) {
    var item = SyncItems.item(user, LISTED_ITEM + account, now.plus(KEPT));
    item.put(SyncItems.READ_AT, SyncItems.number(now.toEpochMilli()));
    tables.putItem(put -> put.tableName(name).item(item));
  }

  Optional<KnownEvents> known(CalendarId calendar) {
    Map<String, AttributeValue> item = item(calendar.owner(), KNOWN_ITEM + calendar.mark());
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(KnownEvents.of(requireNonNull(item.get(KNOWN), KNOWN).b().asByteArray()));
  }

  /** Follows a calendar from now on; false where it is followed already. */
  boolean follow(Followed calendar) {
    return written(List.of(put(calendar, "attribute_not_exists(#version)", Map.of())));
  }

  /**
   * Writes how far a calendar is followed.
   *
   * @return false where another process has written since
   */
  boolean save(Followed before, Followed after) {
    return written(List.of(ifSame(before, after)));
  }

  /** Writes what is known of its events too, in one step. */
  boolean save(Followed before, Followed after, Optional<KnownEvents> known) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(ifSame(before, after));
    writes.add(
        known
            .map(events -> put(after, events))
            .orElseGet(() -> delete(after.id(), KNOWN_ITEM + after.id().mark())));
    return written(writes);
  }

  void forget(CalendarId calendar) {
    written(
        List.of(delete(calendar, calendar.mark()), delete(calendar, KNOWN_ITEM + calendar.mark())));
  }

  private TransactWriteItem ifSame(Followed before, Followed after) {
    return put(
        after, "#version = :version", Map.of(":version", SyncItems.number(before.version())));
  }

  private TransactWriteItem put(
      Followed calendar, String condition, Map<String, AttributeValue> values) {
    var put =
        Put.builder()
            .tableName(name)
            .item(items.write(calendar, calendar.readAt().plus(KEPT)))
            .conditionExpression(condition)
            .expressionAttributeNames(Map.of("#version", SyncItems.VERSION));
    if (!values.isEmpty()) {
      put.expressionAttributeValues(values);
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private TransactWriteItem put(Followed calendar, KnownEvents known) {
    CalendarId id = calendar.id();
    var item = SyncItems.item(id.owner(), KNOWN_ITEM + id.mark(), calendar.readAt().plus(KEPT));
    item.put(KNOWN, AttributeValue.fromB(SdkBytes.fromByteArray(known.bytes())));
    return TransactWriteItem.builder().put(put -> put.tableName(name).item(item)).build();
  }

  private TransactWriteItem delete(CalendarId calendar, String key) {
    return TransactWriteItem.builder()
        .delete(delete -> delete.tableName(name).key(SyncItems.key(calendar.owner(), key)))
        .build();
  }

  private boolean written(List<TransactWriteItem> writes) {
    try {
      tables.transactWriteItems(request -> request.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (!Tables.isAway(e)
          && e.cancellationReasons().stream()
              .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
        return false;
      }
      throw e;
    }
  }

  private Map<String, AttributeValue> item(UserId user, String key) {
    return tables
        .getItem(get -> get.tableName(name).key(SyncItems.key(user, key)).consistentRead(true))
        .item();
  }
}
