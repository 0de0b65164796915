package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rendezvous.calendar.EventPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of events; {@code nextCursor} is there, and null, on the last one. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventPageBody(List<EventBody> items, @Nullable String nextCursor) {
  static EventPageBody of(EventPage page, String source) {
    return new EventPageBody(
        page.events().stream().map(event -> EventBody.of(event, source)).toList(), page.next());
  }
}
