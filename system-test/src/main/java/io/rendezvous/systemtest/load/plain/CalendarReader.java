package io.rendezvous.systemtest.load.plain;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The read-only tool, in this process: the query that the calendar service makes for it. */
final class CalendarReader {
  private final DynamoDbClient tables;
  private final String table;

  CalendarReader(URI endpoint, String prefix) {
    var settings = new DynamoDbSettings(endpoint, "eu-west-3", prefix);
    this.tables = Tables.client(settings);
    this.table = settings.table("calendar-events");
  }

  String list(String owner) {
    int found =
        tables
            .query(
                query ->
                    query
                        .tableName(table)
                        .indexName("by-start")
                        .consistentRead(true)
                        .keyConditionExpression("#owner = :owner AND #start BETWEEN :a AND :b")
                        .expressionAttributeNames(Map.of("#owner", "owner", "#start", "start"))
                        .expressionAttributeValues(
                            Map.of(
                                ":owner",
                                AttributeValue.fromS(owner),
                                ":a",
                                AttributeValue.fromN("0"),
                                ":b",
                                AttributeValue.fromN("4000000000"))))
            .count();
    return "{\"events\":[],\"more\":false,\"found\":" + found + "}";
  }
}
