package io.rendezvous.calendar.grant;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.account.AccountKeys;
import io.rendezvous.calendar.account.SealedSecret;
import io.rendezvous.calendar.account.Secret;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The questions that Google has not answered yet. A state is kept as its digest, and what belongs
 * to it sealed: whoever reads the table can answer none.
 */
final class PendingTable {
  private static final String STATE = "state";
  private static final String SEALED = "sealed";
  private static final String KEY = "key";
  private static final String EXPIRES = "expires";

  private final DynamoDbClient tables;
  private final String name;
  private final AccountKeys keys;

  PendingTable(DynamoDbClient tables, DynamoDbSettings database, AccountKeys keys) {
    this.tables = tables;
    this.name = database.table("calendar-authorizations");
    this.keys = keys;
  }

  void createIfMissing() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(a -> a.attributeName(STATE).attributeType(ScalarAttributeType.S))
            .keySchema(k -> k.attributeName(STATE).keyType(KeyType.HASH))
            .build());
    Tables.expireBy(tables, name, EXPIRES);
  }

  void put(String state, Pending pending, Instant expires) {
    String digest = Pkce.challenge(state);
    SealedSecret sealed =
        keys.seal(new Secret(Json.MAPPER.writeValueAsString(pending)), boundTo(digest));
    tables.putItem(
        put ->
            put.tableName(name)
                .item(
                    Map.of(
                        STATE, AttributeValue.fromS(digest),
                        SEALED, AttributeValue.fromB(sealed.bytes()),
                        KEY, AttributeValue.fromN(Integer.toString(sealed.key())),
                        EXPIRES, AttributeValue.fromN(Long.toString(expires.getEpochSecond())))));
  }

  /** What belongs to a state, to the first one who asks; empty where it is unknown or too old. */
  Optional<Pending> take(String state, Instant now) {
    String digest = Pkce.challenge(state);
    // The table forgets what has expired only some time after.
    return remove(digest)
        .filter(item -> number(item, EXPIRES) > now.getEpochSecond())
        .flatMap(
            item ->
                keys.open(
                    new SealedSecret(required(item, SEALED).b(), (int) number(item, KEY)),
                    boundTo(digest)))
        .map(secret -> Json.MAPPER.readValue(secret.text(), Pending.class));
  }

  /** With a condition, since of two deletions without one both may be told what was there. */
  private Optional<Map<String, AttributeValue>> remove(String digest) {
    try {
      return Optional.of(
          tables
              .deleteItem(
                  delete ->
                      delete
                          .tableName(name)
                          .key(Map.of(STATE, AttributeValue.fromS(digest)))
                          .conditionExpression("attribute_exists(#state)")
                          .expressionAttributeNames(Map.of("#state", STATE))
                          .returnValues(ReturnValue.ALL_OLD))
              .attributes());
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return Optional.empty();
    }
  }

  private static String boundTo(String digest) {
    return "authorization|" + digest;
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(required(item, name).n());
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String name) {
    return requireNonNull(item.get(name), name);
  }
}
