package io.rendezvous.calendar.embedded;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The keys of the event table. Its index is a local one: only those can be read consistently. */
final class EventTableShape {
  static final String BY_START = "by-start";

  private EventTableShape() {}

  static CreateTableRequest of(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .attributeDefinitions(
            attribute(EventItems.OWNER, ScalarAttributeType.S),
            attribute(EventItems.EVENT, ScalarAttributeType.S),
            attribute(EventItems.START, ScalarAttributeType.N))
        .keySchema(key(EventItems.OWNER, KeyType.HASH), key(EventItems.EVENT, KeyType.RANGE))
        .localSecondaryIndexes(
            index ->
                index
                    .indexName(BY_START)
                    .keySchema(
                        key(EventItems.OWNER, KeyType.HASH), key(EventItems.START, KeyType.RANGE))
                    .projection(all -> all.projectionType(ProjectionType.ALL)))
        .build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
