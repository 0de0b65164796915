package io.rendezvous.gateway.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.model.ModelTotals;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.type.TypeReference;

/** What turns took, as the projection has written it; read only. */
public final class UsageTable {
  private static final TypeReference<List<ModelTotals>> TOTALS = new TypeReference<>() {};

  /** As the projection writes times: always nine digits, so that the text sorts as the time. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private final DynamoDbClient tables;
  private final String table;

  UsageTable(DynamoDbClient tables, DynamoDbSettings settings) {
    this.tables = tables;
    this.table = settings.table("turns");
  }

  /** What a turn, or a part of one, took. */
  public record TurnUsage(
      ConversationId conversation, Instant startedAt, List<ModelTotals> models) {
    public TurnUsage {
      models = List.copyOf(models);
    }
  }

  /** Of the turns that started from {@code from} on and before {@code to}, oldest first. */
  public Stream<TurnUsage> of(UserId user, Instant from, Instant to) {
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("by-user")
                    .keyConditionExpression("#user = :user AND startedAt BETWEEN :from AND :to")
                    .expressionAttributeNames(Map.of("#user", "user"))
                    .expressionAttributeValues(
                        Map.of(
                            ":user", AttributeValue.fromS(user.value()),
                            ":from", AttributeValue.fromS(TIME.format(from)),
                            ":to", AttributeValue.fromS(TIME.format(to.minusNanos(1))))))
        .items()
        .stream()
        .map(
            item ->
                new TurnUsage(
                    new ConversationId(requireNonNull(item.get("conversation")).s()),
                    Instant.parse(requireNonNull(item.get("startedAt")).s()),
                    models(item.get("usage"))));
  }

  private static List<ModelTotals> models(@Nullable AttributeValue usage) {
    return usage == null ? List.of() : Json.MAPPER.readValue(usage.s(), TOTALS);
  }
}
