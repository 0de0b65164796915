package io.rendezvous.calendar.google;

import com.google.api.services.calendar.CalendarRequest;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import io.rendezvous.calendar.CalendarEvent;
import io.rendezvous.calendar.Effect;
import io.rendezvous.calendar.Notify;

/** The requests for one event; each that writes tells who is to hear of it. */
final class EventCalls {
  /** With it, Google reads the conference that an event has, rather than leaving it out. */
  private static final int CONFERENCES = 1;

  private final Api api;

  EventCalls(Api api) {
    this.api = api;
  }

  /** Deleted events are answered too, as cancelled. */
  Answer<Event> get(Place place, String id) {
    return api.ask(place, google -> google.events().get(place.remote(), id));
  }

  /** The exceptions of a series, deleted ones too; the series is among them. */
  Answer<Events> family(Place place, String uid) {
    return api.ask(
        place, google -> google.events().list(place.remote()).setICalUID(uid).setShowDeleted(true));
  }

  Answer<Event> insert(Place place, Event event, Notify told) {
    return api.ask(
        place,
        google ->
            google
                .events()
                .insert(place.remote(), event)
                .setConferenceDataVersion(CONFERENCES)
                .setSupportsAttachments(true)
                .setSendUpdates(updates(told)));
  }

  /**
   * Writes the event that the change leaves over the version that it was planned on. That is read
   * again, since Google wants to be told the sequence number that it has.
   */
  Answer<Event> update(Place place, String id, Effect.Changed changed) {
    String version = changed.before().etag();
    return switch (get(place, id)) {
      case Answer.Given<Event>(Event found) when !EventReader.isThere(found) ->
          new Answer.Refused<>(new Refusal.Gone(), false);
      case Answer.Given<Event>(Event found) when !found.getEtag().equals(version) ->
          new Answer.Refused<>(new Refusal.OtherVersion(), false);
      case Answer.Given<Event>(Event found) ->
          update(place, id, after(changed, found), version, changed.told());
      case Answer.Refused<Event> refused -> refused;
    };
  }

  Answer<Event> update(Place place, String id, Event event, String version, Notify told) {
    return api.ask(
        place,
        google ->
            ifMatch(
                google
                    .events()
                    .update(place.remote(), id, event)
                    .setConferenceDataVersion(CONFERENCES)
                    .setSupportsAttachments(true)
                    .setSendUpdates(updates(told)),
                version));
  }

  Answer<String> delete(Place place, String id, Effect.Deleted deleted) {
    return api.tell(
        place,
        google ->
            ifMatch(
                google.events().delete(place.remote(), id).setSendUpdates(updates(deleted.told())),
                deleted.event().etag()));
  }

  private static Event after(Effect.Changed changed, Event now) {
    CalendarEvent after = changed.event();
    String original = after.facts().original();
    return original == null
        ? EventWriter.changed(now, changed.before().content(), after.content())
        : EventWriter.restored(Models.event(original), now);
  }

  private static <T> CalendarRequest<T> ifMatch(CalendarRequest<T> request, String version) {
    request.getRequestHeaders().setIfMatch(version);
    return request;
  }

  private static String updates(Notify told) {
    return switch (told) {
      case NOBODY -> "none";
      case ATTENDEES -> "all";
    };
  }
}
