package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.EventText;
import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.CalendarObject;
import io.rendezvous.common.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items from before they held objects; what is written since is an object. */
final class EarlierItems {
  private static final String ZONE = "zone";
  private static final String TEXT = "text";

  private final EventItems items;

  EarlierItems(EventItems items) {
    this.items = items;
  }

  CalendarObject read(CalendarId calendar, Map<String, AttributeValue> item) {
    var time =
        new EventTime(
            EventItems.instant(item, EventItems.START),
            EventItems.instant(item, EventItems.END),
            ZoneId.of(EventItems.required(item, ZONE).s()));
    String text = items.open(calendar, EventItems.required(item, TEXT).m());
    var content = new EventContent(Json.MAPPER.readValue(text, EventText.class), time);
    String id = EventItems.required(item, EventItems.EVENT).s();
    // Always the same instant: what is read twice is one object.
    if (CalendarObject.create(id, content, EventItems.FLOATING, Instant.EPOCH)
        instanceof Outcome.Done<CalendarObject>(CalendarObject object)) {
      return object;
    }
    throw new IllegalStateException("Expected an event that can be an object, but it cannot");
  }
}
