package io.rendezvous.gateway;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.rendezvous.common.event.Event;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.common.personal.Personal;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.tail.Entry;
import io.rendezvous.testsupport.TestDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for the projection: writes what a test decided into the tables. */
final class Tables {
  private static final int PART_BYTES = 300_000;
  private static final int CHUNK_BYTES = 350_000;

  private Tables() {}

  static void create() {
    create("conversations", "user", "conversation", "by-activity", "user", "lastActivityAt");
    createTurns();
    io.rendezvous.common.dynamodb.Tables.createIfMissing(
        TestDynamoDb.client(),
        CreateTableRequest.builder()
            .tableName(Gateway.PREFIX + "large-events")
            .attributeDefinitions(attribute("conversation"), attribute("chunk"))
            .keySchema(key("conversation", KeyType.HASH), key("chunk", KeyType.RANGE))
            .build());
  }

  private static void createTurns() {
    io.rendezvous.common.dynamodb.Tables.createIfMissing(
        TestDynamoDb.client(),
        CreateTableRequest.builder()
            .tableName(Gateway.PREFIX + "turns")
            .attributeDefinitions(
                Stream.of("conversation", "firstSequence", "turn", "user", "startedAt")
                    .map(Tables::attribute)
                    .toList())
            .keySchema(key("conversation", KeyType.HASH), key("firstSequence", KeyType.RANGE))
            .globalSecondaryIndexes(
                index("by-turn", "turn", "firstSequence"), index("by-user", "user", "startedAt"))
            .build());
  }

  /** A turn of which nothing is written but what it took. */
  static void putUsage(UserId user, TurnId turn, Instant startedAt, ModelTotals... models) {
    Map<String, AttributeValue> item =
        Map.of(
            "conversation", fromS(turn.conversation().value()),
            "firstSequence", fromN(Long.toString(startedAt.toEpochMilli())),
            "turn", fromS(turn.value()),
            "user", fromS(user.value()),
            "startedAt", fromS(time(startedAt)),
            "usage", fromS(Json.MAPPER.writeValueAsString(List.of(models))));
    TestDynamoDb.client().putItem(p -> p.tableName(Gateway.PREFIX + "turns").item(item));
  }

  private static void create(
      String table, String hash, String range, String index, String indexHash, String indexRange) {
    io.rendezvous.common.dynamodb.Tables.createIfMissing(
        TestDynamoDb.client(),
        CreateTableRequest.builder()
            .tableName(Gateway.PREFIX + table)
            .attributeDefinitions(
                List.of(hash, range, indexHash, indexRange).stream()
                    .distinct()
                    .map(Tables::attribute)
                    .toList())
            .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
            .globalSecondaryIndexes(index(index, indexHash, indexRange))
            .build());
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(hash, KeyType.HASH), key(range, KeyType.RANGE))
        .projection(p -> p.projectionType(ProjectionType.ALL))
        .build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(name.equals("firstSequence") ? ScalarAttributeType.N : ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  /** Writes the log into the tables, the head last. */
  static void write(UserId user, ConversationId conversation, List<Entry> log) {
    var turns = new LinkedHashMap<TurnId, ArrayList<Entry>>();
    for (Entry entry : log) {
      if (entry.event() instanceof Event.OfTurn event) {
        turns.computeIfAbsent(event.turn(), _ -> new ArrayList<>()).add(entry);
      }
    }
    turns.forEach((turn, entries) -> put(user, turn, entries));
    put(user, conversation, null, log.getFirst().at(), log.getLast(), waiting(log));
  }

  private static List<String> waiting(List<Entry> log) {
    var waiting = new ArrayList<String>();
    for (Entry entry : log) {
      switch (entry.event()) {
        case Event.ApprovalRequested requested -> waiting.add(requested.approval().value());
        case Event.ApprovalDecided decided -> waiting.remove(decided.approval().value());
        case Event.ApprovalWithdrawn withdrawn -> waiting.remove(withdrawn.approval().value());
        default -> {}
      }
    }
    return waiting;
  }

  static void put(
      UserId user, ConversationId conversation, Personal title, Instant createdAt, Entry last) {
    put(user, conversation, title, createdAt, last, List.of());
  }

  private static void put(
      UserId user,
      ConversationId conversation,
      Personal title,
      Instant createdAt,
      Entry last,
      List<String> approvals) {
    var item = new HashMap<String, AttributeValue>();
    item.put("user", fromS(user.value()));
    item.put("conversation", fromS(conversation.value()));
    item.put("createdAt", fromS(time(createdAt)));
    item.put("lastActivityAt", fromS(time(last.at())));
    item.put("lastSequence", fromN(Long.toString(last.sequence())));
    if (title != null) {
      item.put("title", fromS(Json.MAPPER.writeValueAsString(title)));
    }
    if (!approvals.isEmpty()) {
      item.put("approvals", AttributeValue.fromSs(approvals));
    }
    TestDynamoDb.client().putItem(p -> p.tableName(Gateway.PREFIX + "conversations").item(item));
  }

  private static void put(UserId user, TurnId turn, List<Entry> entries) {
    Map<String, AttributeValue> item =
        Map.of(
            "conversation", fromS(turn.conversation().value()),
            "firstSequence", fromN(Long.toString(entries.getFirst().sequence())),
            "lastSequence", fromN(Long.toString(entries.getLast().sequence())),
            "turn", fromS(turn.value()),
            "user", fromS(user.value()),
            "status", fromS("running"),
            "startedAt", fromS(time(entries.getFirst().at())),
            "events", fromB(SdkBytes.fromByteArray(gzip(json(turn.conversation(), entries)))));
    TestDynamoDb.client().putItem(p -> p.tableName(Gateway.PREFIX + "turns").item(item));
  }

  /** As the projection does: an event too large for the item is kept apart, in pieces. */
  private static String json(ConversationId conversation, List<Entry> entries) {
    var all = Json.MAPPER.createArrayNode();
    for (Entry entry : entries) {
      var node = (ObjectNode) Json.MAPPER.valueToTree(entry);
      String event = node.get("event").toString();
      if (event.length() > PART_BYTES) {
        int chunks = putApart(conversation, entry.sequence(), gzip(event));
        node.set(
            "event",
            Json.MAPPER.createObjectNode().put("type", "event.kept-apart").put("chunks", chunks));
      }
      all.add(node);
    }
    return all.toString();
  }

  private static int putApart(ConversationId conversation, long sequence, byte[] packed) {
    int chunks = 0;
    for (int from = 0; from < packed.length; from += CHUNK_BYTES) {
      byte[] bytes = Arrays.copyOfRange(packed, from, Math.min(packed.length, from + CHUNK_BYTES));
      Map<String, AttributeValue> item =
          Map.of(
              "conversation", fromS(conversation.value()),
              "chunk", fromS(String.format(Locale.ROOT, "%019d.%03d", sequence, chunks++)),
              "bytes", fromB(SdkBytes.fromByteArray(bytes)));
      TestDynamoDb.client().putItem(p -> p.tableName(Gateway.PREFIX + "large-events").item(item));
    }
    return chunks;
  }

  private static String time(Instant instant) {
    return new DateTimeFormatterBuilder().appendInstant(9).toFormatter().format(instant);
  }

  private static byte[] gzip(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
