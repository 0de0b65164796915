package io.rendezvous.orchestrator.model;

import io.rendezvous.common.command.Report;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.AskId;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What was asked of models for users with a budget, written before it is asked: table {@code
 * model-tries}, an item for each ask, with its report once there is one.
 */
final class TryTable {
  private final DynamoDbClient tables;
  private final String table;

  TryTable(DynamoDbClient tables, DynamoDbSettings settings) {
    this.tables = tables;
    this.table = settings.table("model-tries");
  }

  /** What is known of an ask. */
  record Tries(List<String> sent, Report.@Nullable OfModel report) {}

  void create() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(table)
            .attributeDefinitions(a -> a.attributeName("ask").attributeType(ScalarAttributeType.S))
            .keySchema(k -> k.attributeName("ask").keyType(KeyType.HASH))
            .build());
    Tables.expireBy(tables, table, "expires");
  }

  Tries read(AskId ask) {
    Map<String, AttributeValue> item =
        tables.getItem(get -> get.tableName(table).key(key(ask)).consistentRead(true)).item();
    AttributeValue sent = item.get("sent");
    AttributeValue report = item.get("report");
    return new Tries(
        sent == null ? List.of() : sent.l().stream().map(AttributeValue::s).toList(),
        report == null
            ? null
            : Json.MAPPER.readValue(report.b().asByteArray(), Report.OfModel.class));
  }

  /** Whether there was room for one more, and no report yet. */
  boolean add(AskId ask, String sent, int most, Instant expires) {
    return update(
        UpdateItemRequest.builder()
            .updateExpression(
                "SET sent = list_append(if_not_exists(sent, :none), :one), expires = :expires")
            .conditionExpression(
                "attribute_not_exists(report)"
                    + " AND (attribute_not_exists(sent) OR size(sent) < :most)")
            .expressionAttributeValues(
                Map.of(
                    ":none", AttributeValue.fromL(List.of()),
                    ":one", AttributeValue.fromL(List.of(AttributeValue.fromS(sent))),
                    ":most", AttributeValue.fromN(Integer.toString(most)),
                    ":expires", AttributeValue.fromN(Long.toString(expires.getEpochSecond())))),
        ask);
  }

  /** Whether it was asked so often, and nobody had reported before. */
  boolean close(AskId ask, int sent, Report.OfModel report, Instant expires) {
    var values = new HashMap<String, AttributeValue>();
    byte[] bytes = Json.MAPPER.writeValueAsBytes(report);
    values.put(":report", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
    values.put(":expires", AttributeValue.fromN(Long.toString(expires.getEpochSecond())));
    if (sent > 0) {
      values.put(":sent", AttributeValue.fromN(Integer.toString(sent)));
    }
    return update(
        UpdateItemRequest.builder()
            .updateExpression("SET report = :report, expires = :expires")
            .conditionExpression(
                "attribute_not_exists(report) AND "
                    + (sent > 0 ? "size(sent) = :sent" : "attribute_not_exists(sent)"))
            .expressionAttributeValues(values),
        ask);
  }

  private boolean update(UpdateItemRequest.Builder update, AskId ask) {
    try {
      tables.updateItem(update.tableName(table).key(key(ask)).build());
      return true;
    } catch (ConditionalCheckFailedException otherwise) {
      return false;
    }
  }

  private static Map<String, AttributeValue> key(AskId ask) {
    return Map.of("ask", AttributeValue.fromS(ask.value()));
  }
}
