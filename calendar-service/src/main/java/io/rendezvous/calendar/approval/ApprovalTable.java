package io.rendezvous.calendar.approval;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What users were asked, sealed, each under its user and call; the first entry stays. */
final class ApprovalTable {
  private static final String USER = "user";
  private static final String CALL = "call";
  private static final String SEALED = "sealed";
  private static final String CHARACTERS = "characters";
  private static final String DIGEST = "digest";
  private static final String GONE_AT = "goneAt";

  private final DynamoDbClient tables;
  private final String name;
  private final Vault vault;

  ApprovalTable(DynamoDbClient tables, DynamoDbSettings database, Vault vault) {
    this.tables = tables;
    this.name = database.table("calendar-approvals");
    this.vault = vault;
  }

  void createIfMissing() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                a -> a.attributeName(USER).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(CALL).attributeType(ScalarAttributeType.S))
            .keySchema(
                k -> k.attributeName(USER).keyType(KeyType.HASH),
                k -> k.attributeName(CALL).keyType(KeyType.RANGE))
            .build());
    Tables.expireBy(tables, name, GONE_AT);
  }

  Optional<ApprovalAsk> find(UserId user, CallId call) {
    Map<String, AttributeValue> item =
        tables.getItem(get -> get.tableName(name).key(key(user, call)).consistentRead(true)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(open(user, item));
  }

  /** False where the user was asked before. */
  boolean put(UserId user, CallId call, ApprovalAsk ask, Instant goneAt) {
    Personal sealed = vault.seal(user, Json.MAPPER.writeValueAsString(ask));
    try {
      tables.putItem(
          put ->
              put.tableName(name)
                  .item(
                      Map.of(
                          USER,
                          AttributeValue.fromS(user.value()),
                          CALL,
                          AttributeValue.fromS(call.value()),
                          SEALED,
                          AttributeValue.fromS(sealed.sealed()),
                          CHARACTERS,
                          AttributeValue.fromN(Integer.toString(sealed.characters())),
                          DIGEST,
                          AttributeValue.fromS(sealed.digest()),
                          GONE_AT,
                          AttributeValue.fromN(Long.toString(goneAt.getEpochSecond()))))
                  .conditionExpression("attribute_not_exists(#call)")
                  .expressionAttributeNames(Map.of("#call", CALL)));
      return true;
    } catch (ConditionalCheckFailedException askedBefore) {
      return false;
    }
  }

  private ApprovalAsk open(UserId user, Map<String, AttributeValue> item) {
    var sealed =
        new Personal(
            requireNonNull(item.get(SEALED), SEALED).s(),
            Integer.parseInt(requireNonNull(item.get(CHARACTERS), CHARACTERS).n()),
            requireNonNull(item.get(DIGEST), DIGEST).s());
    return Json.MAPPER.readValue(vault.open(user, sealed), ApprovalAsk.class);
  }

  private static Map<String, AttributeValue> key(UserId user, CallId call) {
    return Map.of(
        USER, AttributeValue.fromS(user.value()), CALL, AttributeValue.fromS(call.value()));
  }
}
