package io.rendezvous.calendar;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.rendezvous.common.tool.Receipt;

/** What was done to a calendar, with all that it takes to undo it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "effect")
public sealed interface Effect {
  EffectId id();

  /** The event touched, as the effect left it, or as it was where nothing is left. */
  CalendarEvent event();

  /** Who was told of it. */
  Notify told();

  /**
   * The proof for the log; its pre-image is named by the effect's id, which is the journal's key.
   */
  @JsonIgnore
  Receipt receipt();

  /** The same, with the event as the provider holds it. */
  Effect left(CalendarEvent event);

  @JsonTypeName("created")
  record Created(EffectId id, CalendarEvent event, Notify told) implements Effect {
    @Override
    @JsonIgnore
    public Receipt receipt() {
      return new Receipt(
          Receipt.Kind.CREATED, event.calendar().mark(), event.id(), event.etag(), null);
    }

    @Override
    public Effect left(CalendarEvent found) {
      return new Created(id, found, told);
    }
  }

  @JsonTypeName("changed")
  record Changed(EffectId id, CalendarEvent before, CalendarEvent event, Notify told)
      implements Effect {
    @Override
    @JsonIgnore
    public Receipt receipt() {
      return new Receipt(
          Receipt.Kind.CHANGED, event.calendar().mark(), event.id(), event.etag(), id.value());
    }

    @Override
    public Effect left(CalendarEvent found) {
      return new Changed(id, before, found, told);
    }
  }

  @JsonTypeName("deleted")
  record Deleted(EffectId id, CalendarEvent event, Notify told) implements Effect {
    @Override
    @JsonIgnore
    public Receipt receipt() {
      return new Receipt(
          Receipt.Kind.DELETED, event.calendar().mark(), event.id(), null, id.value());
    }

    @Override
    public Effect left(CalendarEvent found) {
      return this;
    }
  }
}
