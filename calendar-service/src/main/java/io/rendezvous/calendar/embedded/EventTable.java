package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Period;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The events, each under its calendar and id, and by start. */
final class EventTable {
  /** How many items a query reads at once. */
  private static final int READ_AT_ONCE = 200;

  private final DynamoDbClient tables;
  private final String name;
  private final EventItems items;
  private final Duration maxEventLength;

  EventTable(
      DynamoDbClient tables, DynamoDbSettings database, EventItems items, EmbeddedSettings limits) {
    this.tables = tables;
    this.name = database.table("calendar-events");
    this.items = items;
    this.maxEventLength = limits.maxEventLength();
  }

  String name() {
    return name;
  }

  void createIfMissing() {
    Tables.createIfMissing(tables, EventTableShape.of(name));
  }

  Optional<CalendarEvent> find(CalendarId calendar, String event) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get ->
                    get.tableName(name).key(EventItems.key(calendar, event)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(items.read(calendar, item));
  }

  /** One more than the limit is looked for, to know whether there is a next page. */
  EventPage list(CalendarId calendar, Period period, int limit, @Nullable EventCursor after) {
    QueryRequest.Builder query = query(calendar, period);
    if (after != null) {
      query.exclusiveStartKey(after.startKey(calendar));
    }
    var found = new ArrayList<Map<String, AttributeValue>>();
    for (var item : tables.queryPaginator(query.build()).items()) {
      found.add(item);
      if (found.size() > limit) {
        break;
      }
    }
    boolean more = found.size() > limit;
    var shown = more ? found.subList(0, limit) : found;
    return new EventPage(
        shown.stream().map(item -> items.read(calendar, item)).toList(),
        more ? EventCursor.of(shown.getLast()).opaque() : null);
  }

  /** Whoever overlaps the period has started at most an event's greatest length before it. */
  private QueryRequest.Builder query(CalendarId calendar, Period period) {
    long from = period.from().getEpochSecond();
    long earliest = from - maxEventLength.toSeconds() + 1;
    long latest = period.to().minusNanos(1).getEpochSecond();
    return QueryRequest.builder()
        .tableName(name)
        .indexName(EventTableShape.BY_START)
        .consistentRead(true)
        .limit(READ_AT_ONCE)
        .keyConditionExpression("#owner = :owner AND #start BETWEEN :earliest AND :latest")
        .filterExpression("#end > :from")
        .expressionAttributeNames(
            Map.of("#owner", EventItems.OWNER, "#start", EventItems.START, "#end", EventItems.END))
        .expressionAttributeValues(
            Map.of(
                ":owner",
                EventItems.owner(calendar),
                ":earliest",
                EventItems.seconds(earliest),
                ":latest",
                EventItems.seconds(Math.max(earliest, latest)),
                ":from",
                EventItems.seconds(from)));
  }
}
