package io.rendezvous.gateway.preferences;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Json;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import tools.jackson.databind.node.ObjectNode;

/** The preferences of users, each an item with a sealed document. */
final class PreferencesTable {
  private final DynamoDbClient tables;
  private final String table;
  private final Vault vault;

  PreferencesTable(DynamoDbClient tables, DynamoDbSettings settings, Vault vault) {
    this.tables = tables;
    this.table = settings.table("preferences");
    this.vault = vault;
  }

  void create() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(table)
            .attributeDefinitions(a -> a.attributeName("user").attributeType(ScalarAttributeType.S))
            .keySchema(k -> k.attributeName("user").keyType(KeyType.HASH))
            .build());
  }

  /** Fails where the table has not told within the limit. */
  Chosen find(UserId user, Duration limit) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get ->
                    get.tableName(table)
                        .consistentRead(true)
                        .key(Map.of("user", AttributeValue.fromS(user.value())))
                        .overrideConfiguration(override -> override.apiCallTimeout(limit)))
            .item();
    if (item.isEmpty()) {
      return Chosen.nothing();
    }
    Map<String, AttributeValue> document = requireNonNull(item.get("document")).m();
    var sealed =
        new Personal(
            requireNonNull(document.get("sealed")).s(),
            Integer.parseInt(requireNonNull(document.get("characters")).n()),
            requireNonNull(document.get("digest")).s());
    return new Chosen(
        Long.parseLong(requireNonNull(item.get("version")).n()), document(user, sealed));
  }

  /** Empty for a user whose key was destroyed: what was sealed with it is gone. */
  private ObjectNode document(UserId user, Personal sealed) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(vault.open(user, sealed));
    } catch (IllegalArgumentException gone) {
      return Json.MAPPER.createObjectNode();
    }
  }

  /** Whether this is the next version of what is there; nothing is changed where it is not. */
  boolean replace(UserId user, Chosen next) {
    Personal sealed = vault.seal(user, Json.MAPPER.writeValueAsString(next.document()));
    try {
      tables.putItem(
          put ->
              put.tableName(table)
                  .item(
                      Map.of(
                          "user", AttributeValue.fromS(user.value()),
                          "version", AttributeValue.fromN(Long.toString(next.version())),
                          "document",
                              AttributeValue.fromM(
                                  Map.of(
                                      "sealed", AttributeValue.fromS(sealed.sealed()),
                                      "characters",
                                          AttributeValue.fromN(
                                              Integer.toString(sealed.characters())),
                                      "digest", AttributeValue.fromS(sealed.digest())))))
                  .conditionExpression("attribute_not_exists(#user) OR version = :before")
                  .expressionAttributeNames(Map.of("#user", "user"))
                  .expressionAttributeValues(
                      Map.of(":before", AttributeValue.fromN(Long.toString(next.version() - 1)))));
      return true;
    } catch (ConditionalCheckFailedException somebodyElseWasFirst) {
      return false;
    }
  }
}
