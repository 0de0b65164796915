package io.rendezvous.calendar;

import java.util.List;

/** Works out the effect that undoes another, from what there is now. */
public final class Undoing {
  private Undoing() {}

  /**
   * The effect that undoes another.
   *
   * @param now the event touched as it is found, or NotFound
   * @return what is to be done; an event whose {@code original} is set is to be written to the
   *     letter. Edited or NotFound where nothing is
   */
  public static Outcome<Effect> of(EffectId id, Effect undone, Outcome<CalendarEvent> now) {
    return switch (undone) {
      case Effect.Created(_, var made, var told) ->
          now.then(
              found ->
                  ContentFields.different(made.content(), found.content()).isEmpty()
                      ? new Outcome.Done<>(new Effect.Deleted(id, found, told))
                      : edited());
      case Effect.Changed changed -> now.then(found -> restored(id, changed, found));
      case Effect.Deleted(_, var gone, var told) ->
          switch (now) {
            case Outcome.Done<CalendarEvent> _ -> edited();
            case Outcome.Failed<CalendarEvent>(CalendarFailure.NotFound _) ->
                new Outcome.Done<>(new Effect.Created(id, gone, told));
            case Outcome.Failed<CalendarEvent>(var failure) -> new Outcome.Failed<>(failure);
          };
    };
  }

  /** The names of the fields that an undoing left as others had changed them meanwhile. */
  public static List<String> kept(Effect undone, Effect undoing) {
    return undone instanceof Effect.Changed(_, var before, var after, _)
            && undoing instanceof Effect.Changed(_, var found, _, _)
        ? Restoration.of(before.content(), after.content(), found.content()).kept()
        : List.of();
  }

  private static Outcome<Effect> restored(EffectId id, Effect.Changed undone, CalendarEvent found) {
    if (found.etag().equals(undone.event().etag())) {
      return new Outcome.Done<>(new Effect.Changed(id, found, undone.before(), undone.told()));
    }
    var restoration =
        Restoration.of(undone.before().content(), undone.event().content(), found.content());
    if (restoration.changesNothing(found.content())) {
      return edited();
    }
    var put =
        new CalendarEvent(
            found.id(),
            found.calendar(),
            restoration.content(),
            found.etag(),
            found.facts().plain());
    return new Outcome.Done<>(new Effect.Changed(id, found, put, undone.told()));
  }

  private static Outcome<Effect> edited() {
    return new Outcome.Failed<>(new CalendarFailure.Edited());
  }
}
