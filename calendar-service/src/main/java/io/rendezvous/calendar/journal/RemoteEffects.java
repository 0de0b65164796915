package io.rendezvous.calendar.journal;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.EffectId;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.common.id.UserId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives each effect at a provider one outcome, however often and wherever it is asked for. What is
 * to be done is written down before it is done; whoever finds that finishes it, and tells by what
 * is there whether it was done.
 */
public final class RemoteEffects {
  private final Journal journal;
  private final RemoteStore store;
  private final InstantSource clock;
  private final int attempts;

  /**
   * Effects of one provider.
   *
   * @param attempts how often an effect is planned anew while others change the event
   */
  public RemoteEffects(Journal journal, RemoteStore store, InstantSource clock, int attempts) {
    this.journal = journal;
    this.store = store;
    this.clock = clock;
    this.attempts = attempts;
  }

  /**
   * The effect's outcome. Unavailable and Unauthorized are not recorded: the same may be tried
   * again.
   *
   * @param plan reads what is there and says what is to be; asked again when that has changed
   */
  public Outcome<Effect> run(UserId user, EffectId id, Supplier<Outcome<Effect>> plan) {
    for (int attempt = 1; attempt <= attempts; attempt++) {
      Optional<Outcome<Effect>> outcome = attempt(user, id, plan, attempt);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return outcome(journal.refuse(user, id, new CalendarFailure.Conflict()));
  }

  /**
   * Ends an effect that is given up: one that was not begun is none for ever, one that was begun is
   * finished.
   *
   * @return Closed where it had none and will have none, Unavailable while that cannot be known
   */
  public Outcome<Effect> close(UserId user, EffectId id) {
    return journal.refuse(user, id, new CalendarFailure.Closed()) instanceof Entry.Intended begun
        ? resume(user, begun)
            .orElseGet(() -> new Outcome.Failed<>(new CalendarFailure.Unavailable()))
        : outcome(journal.find(user, id).orElseThrow());
  }

  /** Empty where it is to be tried again. */
  private Optional<Outcome<Effect>> attempt(
      UserId user, EffectId id, Supplier<Outcome<Effect>> plan, int attempt) {
    Optional<Entry> known = journal.find(user, id);
    if (known.isPresent()) {
      return known.get() instanceof Entry.Intended intention
          ? resume(user, intention)
          : Optional.of(outcome(known.get()));
    }
    return switch (plan.get().then(RemoteEffects::recordable)) {
      case Outcome.Done<Effect>(Effect planned) -> {
        var intention = Entry.Intended.planned(planned, attempt, clock.instant());
        yield journal.intend(user, intention) ? finish(user, intention) : Optional.empty();
      }
      case Outcome.Failed<Effect>(CalendarFailure failure) when passes(failure) ->
          Optional.of(new Outcome.Failed<>(failure));
      case Outcome.Failed<Effect>(CalendarFailure failure) ->
          Optional.of(outcome(journal.refuse(user, id, failure)));
    };
  }

  private static Outcome<Effect> recordable(Effect planned) {
    return Journal.refusesToBegin(planned)
        .<Outcome<Effect>>map(Outcome.Failed::new)
        .orElseGet(() -> new Outcome.Done<>(planned));
  }

  /**
   * Takes an intention up. That is written down first: whoever began it may be under way still, and
   * must not record as refused what is carried out here.
   */
  private Optional<Outcome<Effect>> resume(UserId user, Entry.Intended begun) {
    return begun.isResumed() || journal.replace(user, begun, begun.resumed())
        ? finish(user, begun.resumed())
        : Optional.empty();
  }

  private Optional<Outcome<Effect>> finish(UserId user, Entry.Intended intention) {
    return switch (store.write(intention.effect())) {
      case Written.Done(CalendarEvent event) -> done(user, intention, event);
      case Written.Failed(CalendarFailure failure) when passes(failure) ->
          Optional.of(new Outcome.Failed<>(failure));
      case Written.Failed(CalendarFailure failure) -> refused(user, intention, failure);
      case Written.Outrun() -> judge(user, intention);
    };
  }

  /**
   * The write was outrun: by others, or, where it is resumed, by the same write before. What others
   * have made just so is theirs: two who add an hour each have added two.
   */
  private Optional<Outcome<Effect>> judge(UserId user, Entry.Intended intention) {
    CalendarEvent planned = intention.effect().event();
    Outcome<CalendarEvent> now = store.read(planned.calendar(), planned.id());
    if (now instanceof Outcome.Failed<CalendarEvent>(CalendarFailure failure)) {
      return failure instanceof CalendarFailure.NotFound
          ? gone(user, intention)
          : Optional.of(new Outcome.Failed<>(failure));
    }
    CalendarEvent found = ((Outcome.Done<CalendarEvent>) now).value();
    return switch (intention.effect()) {
      case Effect.Created _ -> done(user, intention, found);
      case Effect.Deleted _ -> refused(user, intention, new CalendarFailure.Conflict());
      case Effect.Changed(_, var before, var after, _)
          when intention.isResumed()
              && ContentFields.isMade(before.content(), after.content(), found.content()) ->
          done(user, intention, found);
      case Effect.Changed(_, var before, var after, _)
          when intention.isResumed()
              || ContentFields.isTouched(before.content(), after.content(), found.content()) ->
          refused(user, intention, new CalendarFailure.Conflict());
      case Effect.Changed _ -> {
        journal.forget(user, intention);
        yield Optional.empty();
      }
    };
  }

  /** A creation that finds its id taken, and then nothing, was made and is deleted since. */
  private Optional<Outcome<Effect>> gone(UserId user, Entry.Intended intention) {
    return switch (intention.effect()) {
      case Effect.Created(_, var event, _) -> done(user, intention, event);
      case Effect.Deleted(_, var event, _) when intention.isResumed() ->
          done(user, intention, event);
      case Effect.Changed _, Effect.Deleted _ ->
          refused(user, intention, new CalendarFailure.NotFound());
    };
  }

  private Optional<Outcome<Effect>> done(
      UserId user, Entry.Intended intention, CalendarEvent found) {
    return settle(user, intention, new Entry.Done(intention.effect().left(found)));
  }

  private Optional<Outcome<Effect>> refused(
      UserId user, Entry.Intended intention, CalendarFailure failure) {
    return settle(user, intention, new Entry.Refused(failure));
  }

  /** Another delivery that was faster has recorded it: what is recorded counts. */
  private Optional<Outcome<Effect>> settle(UserId user, Entry.Intended intention, Entry entry) {
    return journal.replace(user, intention, entry) ? Optional.of(outcome(entry)) : Optional.empty();
  }

  private static Outcome<Effect> outcome(Entry entry) {
    return switch (entry) {
      case Entry.Done(var effect) -> new Outcome.Done<>(effect);
      case Entry.Refused(var failure) -> new Outcome.Failed<>(failure);
      case Entry.Intended _ -> new Outcome.Failed<>(new CalendarFailure.Unavailable());
    };
  }

  private static boolean passes(CalendarFailure failure) {
    return failure instanceof CalendarFailure.Unavailable
        || failure instanceof CalendarFailure.Unauthorized;
  }
}
