package io.rendezvous.history.projection;

import static software.amazon.awssdk.services.dynamodb.model.KeyType.HASH;
import static software.amazon.awssdk.services.dynamodb.model.KeyType.RANGE;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The tables that this service owns; gateways read them. */
public final class HistoryTables {
  static final String CONVERSATIONS = "conversations";
  static final String BY_ACTIVITY = "by-activity";
  static final String TURNS = "turns";
  static final String BY_TURN = "by-turn";
  static final String BY_USER = "by-user";
  static final String TOOL_EXECUTIONS = "tool-executions";
  static final String LARGE_EVENTS = "large-events";

  private final DynamoDbClient client;
  private final DynamoDbSettings settings;

  public HistoryTables(DynamoDbClient client, DynamoDbSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * Creates what is missing and verifies what is there.
   *
   * @throws IllegalStateException if a table has other keys or lacks an index
   */
  public void createAndVerify() {
    create(
        CreateTableRequest.builder()
            .tableName(settings.table(CONVERSATIONS))
            .attributeDefinitions(
                attribute("user", S), attribute("conversation", S), attribute("lastActivityAt", S))
            .keySchema(key("user", "conversation"))
            .globalSecondaryIndexes(index(BY_ACTIVITY, "user", "lastActivityAt"))
            .build());
    create(
        CreateTableRequest.builder()
            .tableName(settings.table(TURNS))
            .attributeDefinitions(
                attribute("conversation", S),
                attribute("firstSequence", N),
                attribute("turn", S),
                attribute("user", S),
                attribute("startedAt", S))
            .keySchema(key("conversation", "firstSequence"))
            .globalSecondaryIndexes(index(BY_TURN, "turn", "firstSequence"), usageIndex())
            .build());
    create(
        CreateTableRequest.builder()
            .tableName(settings.table(TOOL_EXECUTIONS))
            .attributeDefinitions(attribute("conversation", S), attribute("turn", S))
            .keySchema(key("conversation", "turn"))
            .build());
    create(
        CreateTableRequest.builder()
            .tableName(settings.table(LARGE_EVENTS))
            .attributeDefinitions(attribute("conversation", S), attribute("chunk", S))
            .keySchema(key("conversation", "chunk"))
            .build());
  }

  private void create(CreateTableRequest wanted) {
    Tables.createIfMissing(client, wanted);
    TableDescription found = describe(wanted);
    if (addMissing(wanted, found)) {
      found = describe(wanted);
    }
    if (!found.keySchema().equals(wanted.keySchema()) || !indexes(found).equals(indexes(wanted))) {
      throw new IllegalStateException(
          "Expected the table "
              + wanted.tableName()
              + " to be as declared, but its keys or indexes differ");
    }
  }

  private TableDescription describe(CreateTableRequest table) {
    return client.describeTable(describe -> describe.tableName(table.tableName())).table();
  }

  /** Tables of an earlier version lack an index; it fills up by itself. */
  private boolean addMissing(CreateTableRequest wanted, TableDescription found) {
    List<GlobalSecondaryIndex> missing =
        wanted.globalSecondaryIndexes().stream()
            .filter(index -> !indexes(found).containsKey(index.indexName()))
            .toList();
    // DynamoDB adds one at a time.
    missing.stream().findFirst().ifPresent(index -> add(wanted, index));
    return !missing.isEmpty();
  }

  private void add(CreateTableRequest table, GlobalSecondaryIndex index) {
    client.updateTable(
        update ->
            update
                .tableName(table.tableName())
                .attributeDefinitions(table.attributeDefinitions())
                .globalSecondaryIndexUpdates(
                    change ->
                        change.create(
                            create ->
                                create
                                    .indexName(index.indexName())
                                    .keySchema(index.keySchema())
                                    .projection(index.projection()))));
  }

  private static Map<String, List<KeySchemaElement>> indexes(CreateTableRequest table) {
    return table.globalSecondaryIndexes().stream()
        .collect(
            Collectors.toMap(GlobalSecondaryIndex::indexName, GlobalSecondaryIndex::keySchema));
  }

  private static Map<String, List<KeySchemaElement>> indexes(TableDescription table) {
    return table.globalSecondaryIndexes().stream()
        .collect(Collectors.toMap(index -> index.indexName(), index -> index.keySchema()));
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static List<KeySchemaElement> key(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(RANGE).build());
  }

  /** What usage is counted by; texts are not copied. */
  private static GlobalSecondaryIndex usageIndex() {
    return GlobalSecondaryIndex.builder()
        .indexName(BY_USER)
        .keySchema(key("user", "startedAt"))
        .projection(
            projection ->
                projection.projectionType(ProjectionType.INCLUDE).nonKeyAttributes("usage"))
        .build();
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(hash, range))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }
}
