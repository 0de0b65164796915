package io.rendezvous.history.projection;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.wire.Json;
import io.rendezvous.history.ConversationLog;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** All that the tables hold of one conversation, as a reader finds it. */
public record StoredConversation(
    List<Map<String, AttributeValue>> heads,
    List<Map<String, AttributeValue>> turns,
    List<Map<String, AttributeValue>> executions,
    List<Map<String, AttributeValue>> largeEvents) {

  public static StoredConversation of(
      DynamoDbClient client, DynamoDbSettings tables, ConversationId conversation) {
    var head =
        client.getItem(
            get ->
                get.tableName(tables.table("conversations"))
                    .key(
                        Map.of(
                            "user",
                            AttributeValue.fromS(ConversationLog.ANA.value()),
                            "conversation",
                            AttributeValue.fromS(conversation.value())))
                    .consistentRead(true));
    return new StoredConversation(
        head.hasItem() ? List.of(head.item()) : List.of(),
        items(client, tables.table("turns"), conversation),
        items(client, tables.table("tool-executions"), conversation),
        items(client, tables.table("large-events"), conversation));
  }

  private static List<Map<String, AttributeValue>> items(
      DynamoDbClient client, String table, ConversationId conversation) {
    return client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("conversation = :c")
                    .expressionAttributeValues(
                        Map.of(":c", AttributeValue.fromS(conversation.value()))))
        .items()
        .stream()
        .toList();
  }

  public long lastSequence() {
    return heads.isEmpty() ? 0 : Long.parseLong(heads.getFirst().get("lastSequence").n());
  }

  /** Every event of every item, by sequence. */
  public List<JsonNode> events() {
    var events = new ArrayList<JsonNode>();
    Stream.concat(heads.stream(), turns.stream())
        .forEach(item -> unpack(item.get("events")).forEach(events::add));
    events.sort(Comparator.comparing(event -> event.get("sequence").longValue()));
    return events;
  }

  public List<Map<String, AttributeValue>> partsOf(TurnId turn) {
    return turns.stream().filter(item -> item.get("turn").s().equals(turn.value())).toList();
  }

  public String statusOf(TurnId turn) {
    return partsOf(turn).getLast().get("status").s();
  }

  public JsonNode executionsOf(TurnId turn) {
    return executions.stream()
        .filter(item -> item.get("turn").s().equals(turn.value()))
        .map(item -> unpack(item.get("executions")))
        .findFirst()
        .orElseThrow();
  }

  /** An event that was kept apart, put together again. */
  public JsonNode largeEvent(long sequence) {
    var bytes = new ByteArrayOutputStream();
    largeEvents.stream()
        .filter(chunk -> Long.parseLong(chunk.get("chunk").s().split("\\.")[0]) == sequence)
        .forEach(chunk -> bytes.writeBytes(chunk.get("bytes").b().asByteArray()));
    return Json.MAPPER.readTree(Gzip.expand(bytes.toByteArray()));
  }

  private static JsonNode unpack(AttributeValue packed) {
    return Json.MAPPER.readTree(Gzip.expand(packed.b().asByteArray()));
  }
}
