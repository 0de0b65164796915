package io.rendezvous.gateway.calendar;

import io.rendezvous.common.calendar.CalendarArguments;
import io.rendezvous.common.calendar.CalendarArguments.CreateEvent;
import io.rendezvous.common.calendar.CalendarArguments.DeleteEvent;
import io.rendezvous.common.command.Preferences;
import io.rendezvous.common.id.UserId;
import io.rendezvous.common.tool.ToolCatalogue;
import io.rendezvous.gateway.action.ActionResult;
import io.rendezvous.gateway.action.Actions;
import io.rendezvous.gateway.kafka.IdempotencyKey;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What users do to their events: each a turn of their own, done once for a key. */
public final class EventWrites {
  private final Actions actions;
  private final CalendarClient calendars;

  EventWrites(Actions actions, CalendarClient calendars) {
    this.actions = actions;
    this.calendars = calendars;
  }

  /**
   * Who asks, and with which key.
   *
   * @param contextPath what stands before every path of this interface
   */
  public record Asking(
      UserId user, IdempotencyKey key, @Nullable String traceparent, String contextPath) {}

  /** Makes an event; {@code asked} is all that the client sent. */
  public EventAnswer create(
      Asking asking, String asked, Function<Preferences, CreateEvent> arguments)
      throws InterruptedException {
    return perform(asking, ToolCatalogue.CREATE_EVENT, asked, arguments, false);
  }

  EventAnswer update(
      Asking asking, EventPlace place, EventPatch patch, EventOptions options, String asked)
      throws InterruptedException {
    return perform(
        asking,
        ToolCatalogue.UPDATE_EVENT,
        asked,
        _ -> {
          if (options.ifMatch() == null && !patch.needsZone()) {
            return patch.of(place, ZoneOffset.UTC, options, null);
          }
          var now = CurrentEvent.read(calendars, asking.user(), place);
          return patch.of(place, now.zone(), options, now.require(options.ifMatch()));
        },
        options.ifMatch() != null);
  }

  EventAnswer delete(Asking asking, EventPlace place, EventOptions options, String asked)
      throws InterruptedException {
    return perform(
        asking,
        ToolCatalogue.DELETE_EVENT,
        asked,
        _ -> {
          String ifMatch = options.ifMatch();
          String etag =
              ifMatch == null
                  ? null
                  : CurrentEvent.read(calendars, asking.user(), place).require(ifMatch);
          return new DeleteEvent(
              place.event(), options.scope(), options.notifyAttendees(), etag, place.calendar());
        },
        options.ifMatch() != null);
  }

  private EventAnswer perform(
      Asking asking,
      String tool,
      String asked,
      Function<Preferences, ? extends CalendarArguments> arguments,
      boolean conditional)
      throws InterruptedException {
    ActionResult result =
        actions.perform(asking.user(), tool, asked, arguments, asking.key(), asking.traceparent());
    return switch (result) {
      case ActionResult.Done done -> DoneEvent.of(done).answer(calendars, asking);
      case ActionResult.Refused refused -> throw Refusals.problem(refused, conditional);
      case ActionResult.Ended ended -> throw Refusals.problem(ended);
      case ActionResult.Pending(var turn) -> new EventAnswer.Pending(turn, asking.contextPath());
    };
  }
}
