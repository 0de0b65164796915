package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.CalendarId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where a page of events ended; it names no owner, so it leads nowhere but into one's own. */
record EventCursor(long start, String event) {
  static EventCursor of(Map<String, AttributeValue> item) {
    return new EventCursor(
        Long.parseLong(EventItems.required(item, EventItems.START).n()),
        EventItems.required(item, EventItems.EVENT).s());
  }

  static Optional<EventCursor> parse(String opaque) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 1 || colon + 1 == text.length()
          ? Optional.empty()
          : Optional.of(
              new EventCursor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1)));
    } catch (IllegalArgumentException notOfOurs) {
      return Optional.empty();
    }
  }

  String opaque() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((start + ":" + event).getBytes(StandardCharsets.UTF_8));
  }

  Map<String, AttributeValue> startKey(CalendarId calendar) {
    var key = new HashMap<>(EventItems.key(calendar, event));
    key.put(EventItems.START, EventItems.seconds(start));
    return key;
  }
}
