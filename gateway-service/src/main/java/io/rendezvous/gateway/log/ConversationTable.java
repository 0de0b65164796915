package io.rendezvous.gateway.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.ApprovalId;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.id.UserId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The heads of conversations as the projection has written them; read only. */
public final class ConversationTable {
  /** As the projection writes times: always nine digits, so that the text sorts as the time. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private final DynamoDbClient tables;
  private final String table;

  ConversationTable(DynamoDbClient tables, DynamoDbSettings settings) {
    this.tables = tables;
    this.table = settings.table("conversations");
  }

  public Optional<StoredConversation> find(UserId user, ConversationId conversation) {
    var item =
        tables
            .getItem(
                get ->
                    get.tableName(table)
                        .consistentRead(true)
                        .key(
                            Map.of(
                                "user", AttributeValue.fromS(user.value()),
                                "conversation", AttributeValue.fromS(conversation.value()))))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(StoredConversation.of(item));
  }

  /**
   * Newest activity first.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<StoredConversation> page(UserId user, @Nullable Place after, int limit) {
    return tables
        .query(
            query -> {
              query
                  .tableName(table)
                  .indexName("by-activity")
                  .keyConditionExpression("#user = :user")
                  .expressionAttributeNames(Map.of("#user", "user"))
                  .expressionAttributeValues(Map.of(":user", AttributeValue.fromS(user.value())))
                  .scanIndexForward(false)
                  .limit(limit);
              if (after != null) {
                query.exclusiveStartKey(key(user, after));
              }
            })
        .items()
        .stream()
        .map(StoredConversation::of)
        .toList();
  }

  /** The approvals that wait for the user in conversations that were active since then. */
  public List<ApprovalId> pendingApprovals(UserId user, Instant since) {
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .indexName("by-activity")
                    .keyConditionExpression("#user = :user AND lastActivityAt >= :since")
                    .filterExpression("attribute_exists(approvals)")
                    .projectionExpression("approvals")
                    .expressionAttributeNames(Map.of("#user", "user"))
                    .expressionAttributeValues(
                        Map.of(
                            ":user", AttributeValue.fromS(user.value()),
                            ":since", AttributeValue.fromS(TIME.format(since)))))
        .items()
        .stream()
        .flatMap(item -> requireNonNull(item.get("approvals"), "approvals").ss().stream())
        .map(ApprovalId::new)
        .toList();
  }

  private static Map<String, AttributeValue> key(UserId user, Place place) {
    var key = new HashMap<String, AttributeValue>();
    key.put("user", AttributeValue.fromS(user.value()));
    key.put("conversation", AttributeValue.fromS(place.conversation().value()));
    key.put("lastActivityAt", AttributeValue.fromS(TIME.format(place.lastActivityAt())));
    return key;
  }

  /** Where a page ended, as the index orders it. */
  public record Place(Instant lastActivityAt, ConversationId conversation) {}
}
