package io.rendezvous.calendar;

import io.rendezvous.common.id.CallId;
import io.rendezvous.common.tool.Receipt;

/** What one call did to a calendar, with all that it takes to undo it. */
public sealed interface Effect {
  CallId call();

  /** The event touched, as the effect left it, or as it was where nothing is left. */
  CalendarEvent event();

  /** The proof for the log; its pre-image is named by the call, which is the journal's key. */
  Receipt receipt();

  record Created(CallId call, CalendarEvent event) implements Effect {
    @Override
    public Receipt receipt() {
      return new Receipt(
          Receipt.Kind.CREATED, event.calendar().name(), event.id(), event.etag(), null);
    }
  }

  record Changed(CallId call, CalendarEvent before, CalendarEvent event) implements Effect {
    @Override
    public Receipt receipt() {
      return new Receipt(
          Receipt.Kind.CHANGED, event.calendar().name(), event.id(), event.etag(), call.value());
    }
  }

  record Deleted(CallId call, CalendarEvent event) implements Effect {
    @Override
    public Receipt receipt() {
      return new Receipt(
          Receipt.Kind.DELETED, event.calendar().name(), event.id(), null, call.value());
    }
  }
}
