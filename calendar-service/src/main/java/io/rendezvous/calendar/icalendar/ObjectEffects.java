package io.rendezvous.calendar.icalendar;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EventContent;
import io.rendezvous.calendar.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out what effects make of objects.
 *
 * @param floating where times without a zone are meant
 * @param maxBytes the largest object that is written
 */
public record ObjectEffects(InstantSource clock, ZoneId floating, int maxBytes) {

  /**
   * The object afterwards; empty where it is to go.
   *
   * @param now the object that the effect is planned on; null where there is none
   */
  public Outcome<Optional<CalendarObject>> apply(@Nullable CalendarObject now, Effect effect) {
    EventName name = EventName.parse(effect.event().id());
    Outcome<Optional<CalendarObject>> after =
        switch (effect) {
          case Effect.Created(_, var event, _) when name.occurrence() == null ->
              created(name, event).map(Optional::of);
          case Effect.Created(_, var event, _) -> changed(now, name, event).map(Optional::of);
          case Effect.Changed(_, _, var event, _) -> changed(now, name, event).map(Optional::of);
          case Effect.Deleted _ -> deleted(now, name);
        };
    return after.then(this::ofFairSize);
  }

  private Outcome<CalendarObject> created(EventName name, CalendarEvent event) {
    String original = event.facts().original();
    return original == null
        ? CalendarObject.create(name.object(), event.content(), floating, clock.instant())
        : CalendarObject.parse(original, floating);
  }

  private Outcome<CalendarObject> changed(
      @Nullable CalendarObject now, EventName name, CalendarEvent event) {
    String occurrence = name.occurrence();
    String original = event.facts().original();
    if (now == null) {
      return new Outcome.Failed<>(new CalendarFailure.NotFound());
    }
    if (original == null) {
      EventContent content = event.content();
      return now.editing(occurrence, content, clock.instant());
    }
    return occurrence == null
        ? CalendarObject.parse(original, floating)
        : now.restoring(occurrence, original, clock.instant());
  }

  private Outcome<Optional<CalendarObject>> deleted(@Nullable CalendarObject now, EventName name) {
    String occurrence = name.occurrence();
    if (now == null) {
      return new Outcome.Failed<>(new CalendarFailure.NotFound());
    }
    return occurrence == null
        ? new Outcome.Done<>(Optional.empty())
        : now.without(occurrence, clock.instant()).map(Optional::of);
  }

  private Outcome<Optional<CalendarObject>> ofFairSize(Optional<CalendarObject> object) {
    int bytes = object.map(o -> o.text().getBytes(StandardCharsets.UTF_8).length).orElse(0);
    return bytes <= maxBytes
        ? new Outcome.Done<>(object)
        : new Outcome.Failed<>(
            new CalendarFailure.Invalid("An event takes at most " + maxBytes + " bytes."));
  }
}
