package io.rendezvous.calendar.journal;

import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.common.dynamodb.DynamoDbSettings;
import io.rendezvous.common.dynamodb.Tables;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.personal.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What every effect came to, of all adapters. The first entry that says done or refused is the
 * last; an intention comes before it where the effect is another machine's.
 */
public final class Journal {
  private static final String BY_TIME = "by-time";
  private static final String IF_NEW = "attribute_not_exists(#effect)";
  private static final String IF_SAME = "#state = :intended AND #attempt = :attempt";
  private static final Map<String, String> EFFECT_NAME = Map.of("#effect", JournalItems.EFFECT);
  private static final Map<String, String> INTENTION_NAMES =
      Map.of("#state", JournalItems.STATE, "#attempt", JournalItems.ATTEMPT);

  /**
   * The largest effect that is recorded. An item and what its index holds of it take at most 400 KB
   * together, and the index holds all.
   */
  private static final int MAX_SIZE = 140_000;

  /** What is done at a provider is recorded as that holds it, which takes more room. */
  private static final int MAX_SIZE_INTENDED = MAX_SIZE * 6 / 10;

  private static final CalendarFailure TOO_LARGE =
      new CalendarFailure.Invalid(
          "The event is too large to be changed: what it was could not be kept.");

  private final DynamoDbClient tables;
  private final String name;
  private final JournalItems items;
  private final InstantSource clock;

  public Journal(
      DynamoDbClient tables, DynamoDbSettings database, Vault vault, InstantSource clock) {
    this.tables = tables;
    this.name = database.table("calendar-effects");
    this.items = new JournalItems(vault);
    this.clock = clock;
  }

  public void createIfMissing() {
    Tables.createIfMissing(
        tables,
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(
                a -> a.attributeName(JournalItems.USER).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(JournalItems.EFFECT).attributeType(ScalarAttributeType.S),
                a -> a.attributeName(JournalItems.AT).attributeType(ScalarAttributeType.N))
            .keySchema(
                k -> k.attributeName(JournalItems.USER).keyType(KeyType.HASH),
                k -> k.attributeName(JournalItems.EFFECT).keyType(KeyType.RANGE))
            .localSecondaryIndexes(
                index ->
                    index
                        .indexName(BY_TIME)
                        .keySchema(
                            k -> k.attributeName(JournalItems.USER).keyType(KeyType.HASH),
                            k -> k.attributeName(JournalItems.AT).keyType(KeyType.RANGE))
                        .projection(all -> all.projectionType(ProjectionType.ALL)))
            .build());
  }

  public Optional<Entry> find(UserId user, EffectId effect) {
    Map<String, AttributeValue> item = item(JournalItems.key(user, effect));
    return item.isEmpty() ? Optional.empty() : Optional.of(items.read(user, item));
  }

  /** Why the effect cannot be recorded, and so must not be had; empty where it can. */
  public static Optional<CalendarFailure> refuses(Effect effect) {
    return JournalItems.size(effect) > MAX_SIZE ? Optional.of(TOO_LARGE) : Optional.empty();
  }

  /** The same of an effect that is planned. */
  static Optional<CalendarFailure> refusesToBegin(Effect planned) {
    return JournalItems.size(planned) > MAX_SIZE_INTENDED
        ? Optional.of(TOO_LARGE)
        : Optional.empty();
  }

  /** The entry's half of a transaction that has the effect. */
  public Put entry(UserId user, Effect effect) {
    return Put.builder()
        .tableName(name)
        .item(items.write(user, effect.id(), new Entry.Done(effect), clock.instant()))
        .conditionExpression(IF_NEW)
        .expressionAttributeNames(EFFECT_NAME)
        .build();
  }

  /**
   * Records that the effect had none, unless something else is recorded.
   *
   * @return what is recorded
   */
  public Entry refuse(UserId user, EffectId effect, CalendarFailure failure) {
    var refused = new Entry.Refused(failure);
    return putIfNew(user, effect, refused) ? refused : find(user, effect).orElseThrow();
  }

  /** Records what is begun; false where something is recorded already. */
  boolean intend(UserId user, Entry.Intended intention) {
    return putIfNew(user, intention.effect().id(), intention);
  }

  /**
   * Records what came of an intention, or another one in its place.
   *
   * @return false where another delivery has recorded something since
   */
  boolean replace(UserId user, Entry.Intended intention, Entry by) {
    try {
      EffectId id = intention.effect().id();
      tables.putItem(
          put ->
              put.tableName(name)
                  .item(items.write(user, id, by, clock.instant()))
                  .conditionExpression(IF_SAME)
                  .expressionAttributeNames(INTENTION_NAMES)
                  .expressionAttributeValues(same(intention)));
      return true;
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return false;
    }
  }

  /** Takes an intention back that was not carried out, unless something else is recorded since. */
  void forget(UserId user, Entry.Intended intention) {
    try {
      tables.deleteItem(
          delete ->
              delete
                  .tableName(name)
                  .key(JournalItems.key(user, intention.effect().id()))
                  .conditionExpression(IF_SAME)
                  .expressionAttributeNames(INTENTION_NAMES)
                  .expressionAttributeValues(same(intention)));
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      // Then it is not ours to take back.
    }
  }

  private static Map<String, AttributeValue> same(Entry.Intended intention) {
    return Map.of(
        ":intended", JournalItems.INTENDED, ":attempt", JournalItems.number(intention.attempt()));
  }

  /** The effects that a turn had, by id. */
  public List<Effect> ofTurn(UserId user, TurnId turn, int limit) {
    return done(
        user,
        QueryRequest.builder()
            .keyConditionExpression("#user = :user AND begins_with(#key, :from)")
            .expressionAttributeNames(
                Map.of("#user", JournalItems.USER, "#key", JournalItems.EFFECT))
            .expressionAttributeValues(
                Map.of(
                    ":user",
                    AttributeValue.fromS(user.value()),
                    ":from",
                    AttributeValue.fromS(turn.value() + "."))),
        limit);
  }

  /** The effects of a user since a time, the last one first. */
  public List<Effect> since(UserId user, Instant from, int limit) {
    return done(user, since(user, from), limit);
  }

  private static QueryRequest.Builder since(UserId user, Instant from) {
    return QueryRequest.builder()
        .indexName(BY_TIME)
        .scanIndexForward(false)
        .keyConditionExpression("#user = :user AND #key >= :from")
        .expressionAttributeNames(Map.of("#user", JournalItems.USER, "#key", JournalItems.AT))
        .expressionAttributeValues(
            Map.of(
                ":user",
                AttributeValue.fromS(user.value()),
                ":from",
                JournalItems.number(from.toEpochMilli())));
  }

  /** What a user has had done since a time or is having done, the last one first. */
  public List<Effect> begunSince(UserId user, Instant from, int limit) {
    return entries(user, since(user, from))
        .flatMap(
            entry ->
                switch (entry) {
                  case Entry.Done(var effect) -> Stream.of(effect);
                  case Entry.Intended(var effect, _, _) -> Stream.of(effect);
                  case Entry.Refused _ -> Stream.<Effect>empty();
                })
        .limit(limit)
        .toList();
  }

  /** Remembers that an effect is undone, and by which. */
  public void markUndone(UserId user, EffectId undone, EffectId by) {
    put(UndoneMarks.undone(user, undone, by));
    put(UndoneMarks.undoing(user, by));
  }

  /** Whether an effect is no undoing, and not undone by another call than this. */
  public boolean isOpen(UserId user, EffectId effect, CallId by) {
    return item(UndoneMarks.undoingKey(user, effect)).isEmpty()
        && UndoneMarks.isOpen(item(UndoneMarks.undoneKey(user, effect)), by);
  }

  private void put(Map<String, AttributeValue> item) {
    tables.putItem(put -> put.tableName(name).item(item));
  }

  private Map<String, AttributeValue> item(Map<String, AttributeValue> key) {
    return tables.getItem(get -> get.tableName(name).key(key).consistentRead(true)).item();
  }

  private List<Effect> done(UserId user, QueryRequest.Builder query, int limit) {
    return entries(user, query)
        .filter(Entry.Done.class::isInstance)
        .map(entry -> ((Entry.Done) entry).effect())
        .limit(limit)
        .toList();
  }

  private Stream<Entry> entries(UserId user, QueryRequest.Builder query) {
    return tables
        .queryPaginator(query.tableName(name).consistentRead(true).build())
        .items()
        .stream()
        .map(item -> items.read(user, item));
  }

  private boolean putIfNew(UserId user, EffectId effect, Entry entry) {
    try {
      tables.putItem(
          put ->
              put.tableName(name)
                  .item(items.write(user, effect, entry, clock.instant()))
                  .conditionExpression(IF_NEW)
                  .expressionAttributeNames(EFFECT_NAME));
      return true;
    } catch (ConditionalCheckFailedException anotherWasFirst) {
      return false;
    }
  }
}
