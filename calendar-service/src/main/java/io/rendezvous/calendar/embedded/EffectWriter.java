package io.rendezvous.calendar.embedded;

import static java.util.Objects.requireNonNull;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.EventName;
import io.rendezvous.calendar.icalendar.Held;
import io.rendezvous.calendar.icalendar.Planned;
import io.rendezvous.calendar.journal.Journal;
import io.rendezvous.common.id.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes an effect and its journal entry in one transaction: neither is there without the other.
 */
final class EffectWriter {
  private static final String SAME_VERSION = "#etag = :etag";
  private static final Map<String, String> ETAG_NAME = Map.of("#etag", EventItems.ETAG);

  /** Codes that DynamoDB cancels a transaction with because of what others write. */
  private static final Set<String> OUTRUN = Set.of("ConditionalCheckFailed", "TransactionConflict");

  private final DynamoDbClient tables;
  private final EventTable events;
  private final EventItems items;
  private final Journal journal;

  EffectWriter(DynamoDbClient tables, EventTable events, EventItems items, Journal journal) {
    this.tables = tables;
    this.events = events;
    this.items = items;
    this.journal = journal;
  }

  /** The effect as it is written; empty where another delivery or another editor came first. */
  Optional<Outcome<Effect>> write(Planned planned) {
    Effect effect = planned.effect();
    CalendarId calendar = effect.event().calendar();
    EventName name = EventName.parse(effect.event().id());
    // One effect makes one version, so its ETag can be the effect's.
    String etag = Ids.derive("etag", name.object(), effect.id().value());
    Optional<Held> held =
        planned.object().map(object -> new Held(object, etag, calendar.owner().value()));
    Effect written = held.map(now -> left(effect, now, calendar, name)).orElse(effect);
    Optional<CalendarFailure> refusal = Journal.refuses(written);
    if (refusal.isPresent()) {
      return Optional.of(new Outcome.Failed<>(refusal.get()));
    }
    var item = TransactWriteItem.builder();
    TransactWriteItem event =
        held.map(now -> item.put(put(calendar, name.object(), now, planned.on())))
            .orElseGet(() -> item.delete(delete(calendar, name.object(), planned.on())))
            .build();
    TransactWriteItem entry =
        TransactWriteItem.builder().put(journal.entry(calendar.owner(), written)).build();
    try {
      tables.transactWriteItems(request -> request.transactItems(entry, event));
      return Optional.of(new Outcome.Done<>(written));
    } catch (TransactionCanceledException e) {
      List<String> codes = e.cancellationReasons().stream().map(CancellationReason::code).toList();
      if (codes.stream().noneMatch(OUTRUN::contains)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Effect left(Effect effect, Held now, CalendarId calendar, EventName name) {
    return now.event(calendar, name) instanceof Outcome.Done<CalendarEvent>(CalendarEvent event)
        ? effect.left(event)
        : effect;
  }

  private Put put(CalendarId calendar, String object, Held now, @Nullable Held before) {
    var put = Put.builder().tableName(events.name()).item(items.write(calendar, object, now));
    return before == null
        ? put.conditionExpression("attribute_not_exists(#event)")
            .expressionAttributeNames(Map.of("#event", EventItems.EVENT))
            .build()
        : put.conditionExpression(SAME_VERSION)
            .expressionAttributeNames(ETAG_NAME)
            .expressionAttributeValues(version(before))
            .build();
  }

  private Delete delete(CalendarId calendar, String object, @Nullable Held before) {
    return Delete.builder()
        .tableName(events.name())
        .key(EventItems.key(calendar, object))
        .conditionExpression(SAME_VERSION)
        .expressionAttributeNames(ETAG_NAME)
        .expressionAttributeValues(version(requireNonNull(before, "before")))
        .build();
  }

  private static Map<String, AttributeValue> version(Held held) {
    return Map.of(":etag", AttributeValue.fromS(held.etag()));
  }
}
