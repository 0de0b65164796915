package io.rendezvous.gateway.log;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.id.ConversationId;
import io.rendezvous.common.topic.Topics;
import io.rendezvous.common.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;

/** Events that were too large for the items of their turns, put together from their pieces. */
final class LargeEvents {
  /** What stands for such an event in its turn's item. */
  static final String REFERENCE = "event.kept-apart";

  /** An event is never larger than the record that brought it, but its JSON is written anew. */
  private static final int MAX_EVENT_BYTES = 2 * Topics.HISTORY.maxRecordBytes();

  private final DynamoDbClient tables;
  private final String table;

  LargeEvents(DynamoDbClient tables, DynamoDbSettings settings) {
    this.tables = tables;
    this.table = settings.table("large-events");
  }

  /** An event and how much memory its JSON took. */
  record Whole(JsonNode event, int bytes) {}

  /** The event of this number, which is in as many pieces. */
  Whole read(ConversationId conversation, long sequence, int chunks) {
    var packed = new ByteArrayOutputStream();
    int found = 0;
    for (var item : pieces(conversation, sequence)) {
      byte[] bytes = requireNonNull(item.get("bytes"), "bytes").b().asByteArrayUnsafe();
      require(packed.size() + bytes.length <= MAX_EVENT_BYTES, sequence, "larger than any");
      packed.writeBytes(bytes);
      found++;
    }
    require(found == chunks, sequence, "not whole");
    byte[] json = expand(packed.toByteArray(), sequence);
    return new Whole(Json.MAPPER.readTree(json), json.length);
  }

  private Iterable<Map<String, AttributeValue>> pieces(ConversationId conversation, long sequence) {
    String number = String.format(Locale.ROOT, "%019d.", sequence);
    return tables
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("conversation = :c AND begins_with(chunk, :n)")
                    .expressionAttributeValues(
                        Map.of(
                            ":c", AttributeValue.fromS(conversation.value()),
                            ":n", AttributeValue.fromS(number))))
        .items();
  }

  private static byte[] expand(byte[] packed, long sequence) {
    try (InputStream json = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] expanded = json.readNBytes(MAX_EVENT_BYTES + 1);
      require(expanded.length <= MAX_EVENT_BYTES, sequence, "larger than any");
      return expanded;
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the gzip of an event, but it does not unpack", e);
    }
  }

  private static void require(boolean holds, long sequence, String butIs) {
    if (!holds) {
      throw new IllegalStateException(
          "Expected event " + sequence + " in its pieces, but it is " + butIs);
    }
  }
}
