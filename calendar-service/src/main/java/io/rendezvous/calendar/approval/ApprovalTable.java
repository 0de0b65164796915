package io.rendezvous.calendar.approval;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.personal.SealedText;
import io.rendezvous.common.personal.Vault;
import io.rendezvous.common.tool.ToolCall;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
  private static final String GONE_AT = "goneAt";
  private static final String ASK = "ask";
  private static final String LANGUAGE = "language";
  private static final String CALENDAR = "calendar";
  private static final String UNTIL = "until";
  private static final String WITHDRAWN = "withdrawn";

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
    Map<String, AttributeValue> item = item(user, call);
    return item.isEmpty() ? Optional.empty() : Optional.of(open(user, item));
  }

  private Map<String, AttributeValue> item(UserId user, CallId call) {
    return tables
        .getItem(get -> get.tableName(name).key(key(user, call)).consistentRead(true))
        .item();
  }

  /** False where the user was asked before. */
  boolean put(ToolCall call, ApprovalAsk ask, Instant goneAt) {
    try {
      tables.putItem(
          put ->
              put.tableName(name)
                  .item(item(call, ask, goneAt))
                  .conditionExpression("attribute_not_exists(#call)")
                  .expressionAttributeNames(Map.of("#call", CALL)));
      return true;
    } catch (ConditionalCheckFailedException askedBefore) {
      return false;
    }
  }

  private Map<String, AttributeValue> item(ToolCall call, ApprovalAsk ask, Instant goneAt) {
    Personal sealed = vault.seal(call.user(), Json.MAPPER.writeValueAsString(ask));
    var item = new HashMap<>(key(call.user(), call.call()));
    item.putAll(SealedText.attributes(sealed));
    item.put(GONE_AT, number(goneAt.getEpochSecond()));
    item.put(ASK, text(call.ask().value()));
    item.put(LANGUAGE, text(call.preferences().language().toLanguageTag()));
    item.put(UNTIL, number(ask.expiresAt().getEpochSecond()));
    CalendarEvent seen = ask.seen();
    if (seen != null) {
      item.put(CALENDAR, text(seen.calendar().mark()));
    }
    return item;
  }

  /** What the calendar's user was asked about its events, and could answer since then. */
  List<OpenAsk> open(CalendarId calendar, Instant since) {
    UserId user = calendar.owner();
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("#user = :user")
                    .filterExpression("#calendar = :calendar AND #until >= :since")
                    .expressionAttributeNames(
                        Map.of("#user", USER, "#calendar", CALENDAR, "#until", UNTIL))
                    .expressionAttributeValues(
                        Map.of(
                            ":user", text(user.value()),
                            ":calendar", text(calendar.mark()),
                            ":since", number(since.getEpochSecond()))))
        .items()
        .stream()
        .map(item -> openAsk(user, item))
        .toList();
  }

  private OpenAsk openAsk(UserId user, Map<String, AttributeValue> item) {
    ApprovalAsk ask = open(user, item);
    return new OpenAsk(
        user,
        new CallId(required(item, CALL).s()),
        new AskId(required(item, ASK).s()),
        Locale.forLanguageTag(required(item, LANGUAGE).s()),
        ask.summary(),
        requireNonNull(ask.seen(), "seen"));
  }

  void withdraw(UserId user, CallId call) {
    tables.updateItem(
        update ->
            update
                .tableName(name)
                .key(key(user, call))
                .updateExpression("SET #withdrawn = :true")
                .expressionAttributeNames(Map.of("#withdrawn", WITHDRAWN))
                .expressionAttributeValues(Map.of(":true", AttributeValue.fromBool(true))));
  }

  boolean isWithdrawn(UserId user, CallId call) {
    return item(user, call).containsKey(WITHDRAWN);
  }

  private ApprovalAsk open(UserId user, Map<String, AttributeValue> item) {
    Personal sealed = SealedText.of(item);
    return Json.MAPPER.readValue(vault.open(user, sealed), ApprovalAsk.class);
  }

  private static Map<String, AttributeValue> key(UserId user, CallId call) {
    return Map.of(USER, text(user.value()), CALL, text(call.value()));
  }

  private static AttributeValue required(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute), attribute);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
