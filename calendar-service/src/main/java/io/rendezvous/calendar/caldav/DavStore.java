package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.CalendarFailure;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.ContentFields;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Outcome;
import io.rendezvous.calendar.icalendar.CalendarObject;
import io.rendezvous.calendar.icalendar.EventName;
import io.rendezvous.calendar.icalendar.Held;
import io.rendezvous.calendar.icalendar.ObjectEffects;
import io.rendezvous.calendar.icalendar.ObjectStore;
import io.rendezvous.calendar.journal.RemoteStore;
import io.rendezvous.calendar.journal.Written;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of a server, each read and written as one. */
final class DavStore implements RemoteStore, ObjectStore {
  private static final int PRECONDITION_FAILED = 412;

  private final Collections collections;
  private final DavClient client;
  private final InstantSource clock;
  private final int maxEventBytes;

  DavStore(
      Collections collections, DavClient client, InstantSource clock, CalDavSettings settings) {
    this.collections = collections;
    this.client = client;
    this.clock = clock;
    this.maxEventBytes = settings.maxEventBytes();
  }

  @Override
  public Outcome<CalendarEvent> read(CalendarId calendar, String event) {
    EventName name = EventName.parse(event);
    return find(calendar, name.object()).then(held -> held.event(calendar, name));
  }

  @Override
  public Outcome<Held> find(CalendarId calendar, String object) {
    Optional<ObjectName> name = ObjectName.ofId(object);
    return name.isEmpty()
        ? new Outcome.Failed<>(new CalendarFailure.NotFound())
        : collections.find(calendar).then(collection -> find(collection, name.get()));
  }

  @Override
  public Written write(Effect planned) {
    CalendarId calendar = planned.event().calendar();
    EventName event = EventName.parse(planned.event().id());
    return ObjectName.ofId(event.object())
        .map(
            name ->
                switch (collections.find(calendar)) {
                  case Outcome.Done<Collection>(Collection collection) ->
                      write(planned, event, collection, name);
                  case Outcome.Failed<Collection>(CalendarFailure failure) ->
                      new Written.Failed(failure);
                })
        .orElseGet(() -> new Written.Failed(new CalendarFailure.NotFound()));
  }

  private Written write(Effect planned, EventName event, Collection collection, ObjectName name) {
    if (planned instanceof Effect.Created && event.occurrence() == null) {
      return put(planned, event, collection, name, null);
    }
    return switch (find(collection, name)) {
      case Outcome.Failed<Held>(CalendarFailure.NotFound _) -> new Written.Outrun();
      case Outcome.Failed<Held>(CalendarFailure failure) -> new Written.Failed(failure);
      case Outcome.Done<Held>(Held held) when !isPlannedOn(planned, event, held) ->
          new Written.Outrun();
      case Outcome.Done<Held>(Held held)
          when planned instanceof Effect.Deleted && event.occurrence() == null ->
          delete(planned, event, collection, name, held);
      case Outcome.Done<Held>(Held held) -> put(planned, event, collection, name, held);
    };
  }

  /**
   * What is put back into a series is planned on the series without it, whatever version that is.
   */
  private static boolean isPlannedOn(Effect planned, EventName event, Held held) {
    return switch (planned) {
      case Effect.Created _ -> held.object().content(event.occurrence()).isEmpty();
      case Effect.Changed(_, var before, _, _) -> held.etag().equals(before.etag());
      case Effect.Deleted(_, var before, _) -> held.etag().equals(before.etag());
    };
  }

  private Written put(
      Effect planned,
      EventName event,
      Collection collection,
      ObjectName name,
      @Nullable Held held) {
    var effects = new ObjectEffects(clock, collection.floating(), maxEventBytes);
    return switch (effects.apply(held == null ? null : held.object(), planned)) {
      case Outcome.Failed<Optional<CalendarObject>>(CalendarFailure failure) ->
          new Written.Failed(failure);
      case Outcome.Done<Optional<CalendarObject>>(var object) -> {
        CalendarObject put = object.orElseThrow();
        DavRequest request =
            held == null
                ? DavRequest.create(collection.object(name), put.text())
                : DavRequest.replace(collection.object(name), put.text(), held.etag());
        yield switch (client.send(collection.account(), request)) {
          case Outcome.Failed<DavAnswer>(CalendarFailure failure) -> new Written.Failed(failure);
          case Outcome.Done<DavAnswer>(DavAnswer answer) when answer.isFine() ->
              left(planned, event, collection, name, put, answer);
          case Outcome.Done<DavAnswer>(DavAnswer answer) ->
              refused(planned, event, collection, name, answer);
        };
      }
    };
  }

  private Written delete(
      Effect planned, EventName event, Collection collection, ObjectName name, Held held) {
    return switch (client.send(
        collection.account(), DavRequest.delete(collection.object(name), held.etag()))) {
      case Outcome.Failed<DavAnswer>(CalendarFailure failure) -> new Written.Failed(failure);
      case Outcome.Done<DavAnswer>(DavAnswer answer) when answer.isFine() ->
          new Written.Done(planned.event());
      case Outcome.Done<DavAnswer>(DavAnswer answer) ->
          refused(planned, event, collection, name, answer);
    };
  }

  /**
   * What the server made of an object: it may write it otherwise, whatever it answers. Where it is
   * another version by now, somebody else has written that one.
   */
  private Written left(
      Effect planned,
      EventName event,
      Collection collection,
      ObjectName name,
      CalendarObject put,
      DavAnswer answer) {
    CalendarId calendar = planned.event().calendar();
    String etag = answer.etag().orElse("");
    Outcome<Held> now = find(collection, name);
    Held held =
        now instanceof Outcome.Done<Held>(Held found)
                && (etag.isEmpty() || etag.equals(found.etag()))
            ? found
            : new Held(put, etag, collection.address());
    return held.event(calendar, event) instanceof Outcome.Done<CalendarEvent>(CalendarEvent left)
        ? new Written.Done(left)
        : new Written.Done(planned.event());
  }

  private Written refused(
      Effect planned, EventName event, Collection collection, ObjectName name, DavAnswer answer) {
    if (answer.status() != PRECONDITION_FAILED && !answer.isGone()) {
      return new Written.Failed(answer.refusal());
    }
    return answer.repeated()
        ? repeated(
            planned, find(collection, name).then(h -> h.event(planned.event().calendar(), event)))
        : new Written.Outrun();
  }

  /**
   * The answer to the first time was lost: whether this is what it did, only the event can tell.
   */
  private static Written repeated(Effect planned, Outcome<CalendarEvent> now) {
    return switch (planned) {
      case Effect.Created _ -> new Written.Outrun();
      case Effect.Deleted(_, var event, _)
          when now instanceof Outcome.Failed<CalendarEvent>(CalendarFailure.NotFound _) ->
          new Written.Done(event);
      case Effect.Changed(_, var before, var after, _)
          when now instanceof Outcome.Done<CalendarEvent>(CalendarEvent found)
              && ContentFields.isMade(before.content(), after.content(), found.content()) ->
          new Written.Done(found);
      // Judged the next time as what may have been done already.
      case Effect.Changed _, Effect.Deleted _ ->
          new Written.Failed(new CalendarFailure.Unavailable());
    };
  }

  private Outcome<Held> find(Collection collection, ObjectName name) {
    return client
        .read(collection.account(), DavRequest.get(collection.object(name)))
        .then(
            answer ->
                answer
                    .etag()
                    .map(etag -> held(collection, answer.body(), etag))
                    .orElseGet(
                        () ->
                            new Outcome.Failed<>(
                                new CalendarFailure.Invalid(
                                    "The calendar server does not tell versions of events."))));
  }

  static Outcome<Held> held(Collection collection, String text, String etag) {
    ZoneId floating = collection.floating();
    return CalendarObject.parse(text, floating)
        .map(object -> new Held(object, etag, collection.address()));
  }
}
