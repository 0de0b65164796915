package io.rendezvous.gateway.calendar;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.rendezvous.common.calendar.CalendarResult;
import io.rendezvous.common.calendar.CalendarResult.EventView;
import io.rendezvous.common.id.TurnId;
import io.rendezvous.common.tool.Receipt;
import io.rendezvous.common.wire.Json;
import io.rendezvous.gateway.action.ActionResult;
import io.rendezvous.gateway.problem.Problem;
import io.rendezvous.gateway.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Where the event is that something was done to, and whether it is still there. */
record DoneEvent(TurnId turn, @Nullable EventPlace place) {
  /** The calendar that every user has, where neither receipt nor result names another. */
  private static final String PERSONAL = "personal";

  static DoneEvent of(ActionResult.Done done) {
    var result = Json.MAPPER.readValue(done.result(), CalendarResult.class);
    return new DoneEvent(
        done.turn(),
        switch (result) {
          case CalendarResult.Created(var event, _) -> place(event, done.receipt());
          case CalendarResult.Updated(_, var event, _, _) -> place(event, done.receipt());
          case CalendarResult.Moved(_, var event, _) -> place(event, done.receipt());
          case CalendarResult.Deleted _ -> null;
          case CalendarResult.Events _,
              CalendarResult.Calendars _,
              CalendarResult.Found _,
              CalendarResult.Busy _,
              CalendarResult.Dates _,
              CalendarResult.Undone _,
              CalendarResult.ChangedMeanwhile _,
              CalendarResult.FreeTimes _,
              CalendarResult.Failed _ ->
              throw new IllegalStateException(
                  "Expected an event that is done, but found " + result.getClass().getSimpleName());
        });
  }

  private static EventPlace place(EventView event, @Nullable Receipt receipt) {
    String calendar = receipt == null ? event.calendarId() : receipt.calendar();
    return new EventPlace(requireNonNullElse(calendar, PERSONAL), event.id());
  }

  /** Done is done: an event that cannot be read just now is no failure. */
  EventAnswer answer(CalendarClient calendars, EventWrites.Asking asking) {
    if (place == null) {
      return new EventAnswer.Gone();
    }
    try {
      ResponseEntity<byte[]> event = place.read(calendars, asking.user());
      return new EventAnswer.Done(
          place.location(asking.contextPath()),
          event.getHeaders().getETag(),
          Json.MAPPER.readTree(requireNonNull(event.getBody(), "body")));
    } catch (Problem unread) {
      if (unread.code() == ProblemCode.NOT_FOUND) {
        // Somebody was faster and has deleted it.
        throw unread;
      }
      return new EventAnswer.Pending(turn, asking.contextPath());
    }
  }
}
