package io.rendezvous.common.personal;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.MasterKey.Wrapped;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Each user's data keys, kept in a table, wrapped by the master key; made when a user's text is
 * first sealed.
 */
public final class UserKeys {
  /** Beyond this many users at once the cache starts anew: each then costs one read again. */
  private static final int CACHED_USERS = 10_000;

  private final DynamoDbClient tables;
  private final String table;
  private final MasterKey master;
  private final Map<UserId, Keys> cache = new ConcurrentHashMap<>();

  /**
   * The master key must be 32 bytes, from the environment or a file; without it no text can be read
   * again.
   */
  public UserKeys(DynamoDbClient tables, DynamoDbSettings settings, byte[] masterKey) {
    this.tables = tables;
    this.table = settings.table("user-keys");
    this.master = new MasterKey(masterKey);
  }

  public void createTable() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(table)
            .attributeDefinitions(a -> a.attributeName("user").attributeType(ScalarAttributeType.S))
            .keySchema(k -> k.attributeName("user").keyType(KeyType.HASH))
            .build());
  }

  /** The user's keys, made now where there are none. */
  Keys of(UserId user) {
    return known(user).orElseGet(() -> remember(user, unwrap(user, makeOrRead(user))));
  }

  /** The user's keys, unless none were made or they are destroyed. */
  Optional<Keys> known(UserId user) {
    // Not computeIfAbsent: a read of the table must not hold the map's lock.
    return Optional.ofNullable(cache.get(user))
        .or(() -> read(user).map(wrapped -> remember(user, unwrap(user, wrapped))));
  }

  private Keys remember(UserId user, Keys keys) {
    if (cache.size() >= CACHED_USERS) {
      cache.clear();
    }
    Keys first = cache.putIfAbsent(user, keys);
    return first == null ? keys : first;
  }

  private Optional<Wrapped> read(UserId user) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get ->
                    get.tableName(table)
                        .key(Map.of("user", AttributeValue.fromS(user.value())))
                        .consistentRead(true))
            .item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wrapped(bytes(item, "data"), bytes(item, "digests")));
  }

  private Wrapped makeOrRead(UserId user) {
    Wrapped made = make(user);
    try {
      tables.putItem(
          put ->
              put.tableName(table)
                  .item(
                      Map.of(
                          "user", AttributeValue.fromS(user.value()),
                          "data", AttributeValue.fromB(made.data()),
                          "digests", AttributeValue.fromB(made.digests())))
                  .conditionExpression("attribute_not_exists(#user)")
                  .expressionAttributeNames(Map.of("#user", "user")));
      return made;
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return read(user).orElseThrow();
    }
  }

  private Wrapped make(UserId user) {
    try {
      return master.make(user);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Expected to make keys for " + user + ", but could not", e);
    }
  }

  private Keys unwrap(UserId user, Wrapped wrapped) {
    try {
      return master.unwrap(user, wrapped);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "Expected to unwrap the keys of " + user + ", but the master key does not fit", e);
    }
  }

  private static SdkBytes bytes(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name).b();
  }
}
