package io.rendezvous.calendar.embedded;

import static io.rendezvous.calendar.embedded.EventItems.required;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.CallId;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.wire.Json;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Journal entries as items: what a call came to, with the event before and after, sealed. */
final class JournalItems {
  static final String USER = "user";
  static final String CALL = "call";
  private static final String KIND = "kind";
  private static final String CALENDAR = "calendar";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final String FAILURE = "failure";

  private final EventItems events;

  JournalItems(EventItems events) {
    this.events = events;
  }

  static Map<String, AttributeValue> key(UserId user, CallId call) {
    return Map.of(
        USER, AttributeValue.fromS(user.value()), CALL, AttributeValue.fromS(call.value()));
  }

  Map<String, AttributeValue> write(Effect effect) {
    CalendarId calendar = effect.event().calendar();
    var item = new HashMap<>(key(calendar.owner(), effect.call()));
    item.put(KIND, AttributeValue.fromS(effect.receipt().kind().name()));
    item.put(CALENDAR, AttributeValue.fromS(calendar.name()));
    switch (effect) {
      case Effect.Created(_, var event) -> item.put(AFTER, image(event));
      case Effect.Changed(_, var before, var after) -> {
        item.put(BEFORE, image(before));
        item.put(AFTER, image(after));
      }
      case Effect.Deleted(_, var event) -> item.put(BEFORE, image(event));
    }
    return item;
  }

  Map<String, AttributeValue> write(UserId user, CallId call, CalendarFailure failure) {
    var item = new HashMap<>(key(user, call));
    item.put(FAILURE, AttributeValue.fromS(Json.MAPPER.writeValueAsString(failure)));
    return item;
  }

  Outcome<Effect> read(UserId user, CallId call, Map<String, AttributeValue> item) {
    AttributeValue failure = item.get(FAILURE);
    if (failure != null) {
      return new Outcome.Failed<>(Json.MAPPER.readValue(failure.s(), CalendarFailure.class));
    }
    var calendar = new CalendarId(user, required(item, CALENDAR).s());
    return new Outcome.Done<>(
        switch (Receipt.Kind.valueOf(required(item, KIND).s())) {
          case CREATED -> new Effect.Created(call, event(calendar, item, AFTER));
          case CHANGED ->
              new Effect.Changed(call, event(calendar, item, BEFORE), event(calendar, item, AFTER));
          case DELETED -> new Effect.Deleted(call, event(calendar, item, BEFORE));
        });
  }

  private AttributeValue image(CalendarEvent event) {
    return AttributeValue.fromM(events.write(event));
  }

  private CalendarEvent event(CalendarId calendar, Map<String, AttributeValue> item, String image) {
    return events.read(calendar, required(item, image).m());
  }
}
