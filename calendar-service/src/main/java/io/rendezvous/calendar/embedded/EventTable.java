package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventPage;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.icalendar.Held;
import io.rendezvous.calendar.icalendar.ObjectStore;
import io.rendezvous.calendar.icalendar.PageCursor;
import io.rendezvous.calendar.icalendar.PageOfEvents;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The objects, each under its calendar and name, and by start. */
final class EventTable implements ObjectStore {
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

  @Override
  public Outcome<Held> find(CalendarId calendar, String object) {
    if (!calendar.name().equals(CalendarId.PERSONAL) || object.isEmpty()) {
      return new Outcome.Failed<>(new CalendarFailure.NotFound());
    }
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get ->
                    get.tableName(name).key(EventItems.key(calendar, object)).consistentRead(true))
            .item();
    return item.isEmpty()
        ? new Outcome.Failed<>(new CalendarFailure.NotFound())
        : new Outcome.Done<>(items.read(calendar, item));
  }

  EventPage list(CalendarId calendar, Period period, int limit, @Nullable PageCursor after) {
    var page = new PageOfEvents(calendar, period, limit, after);
    series(calendar, period).forEach(item -> add(page, calendar, item));
    long enough = Long.MAX_VALUE;
    int added = 0;
    for (var item : single(calendar, period, after)) {
      long start = EventItems.instant(item, EventItems.START).getEpochSecond();
      // Those that begin together come in the order of the table, not of pages: all are read.
      if (start > enough) {
        break;
      }
      if (add(page, calendar, item) && ++added > limit) {
        enough = Math.min(enough, start);
      }
    }
    return page.page();
  }

  private boolean add(PageOfEvents page, CalendarId calendar, Map<String, AttributeValue> item) {
    return page.add(EventItems.required(item, EventItems.EVENT).s(), items.read(calendar, item));
  }

  private SdkIterable<Map<String, AttributeValue>> series(CalendarId calendar, Period period) {
    return query(
        calendar,
        period,
        EventItems.apart(EventItems.EARLIEST),
        EventItems.apart(period.to().getEpochSecond()));
  }

  /** What happens once and overlaps the period began at most the greatest length before it. */
  private SdkIterable<Map<String, AttributeValue>> single(
      CalendarId calendar, Period period, @Nullable PageCursor after) {
    long earliest = period.from().minus(maxEventLength).getEpochSecond();
    long from = Math.max(earliest, after == null ? EventItems.EARLIEST : after.start());
    return query(calendar, period, from, Math.max(from, period.to().getEpochSecond()));
  }

  private SdkIterable<Map<String, AttributeValue>> query(
      CalendarId calendar, Period period, long earliest, long latest) {
    return tables
        .queryPaginator(
            QueryRequest.builder()
                .tableName(name)
                .indexName(EventTableShape.BY_START)
                .consistentRead(true)
                .limit(READ_AT_ONCE)
                .keyConditionExpression("#owner = :owner AND #start BETWEEN :earliest AND :latest")
                .filterExpression("#end >= :from")
                .expressionAttributeNames(
                    Map.of(
                        "#owner",
                        EventItems.OWNER,
                        "#start",
                        EventItems.START,
                        "#end",
                        EventItems.END))
                .expressionAttributeValues(
                    Map.of(
                        ":owner",
                        EventItems.owner(calendar),
                        ":earliest",
                        EventItems.seconds(earliest),
                        ":latest",
                        EventItems.seconds(latest),
                        ":from",
                        EventItems.seconds(period.from().getEpochSecond())))
                .build())
        .items();
  }
}
