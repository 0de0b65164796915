package io.rendezvous.calendar.google;

import static java.util.Objects.requireNonNull;

import com.google.api.services.calendar.CalendarRequest;
import com.google.api.services.calendar.model.Event;
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

  /** Writes the event that the change leaves over the version that it was planned on. */
  Answer<Event> update(Place place, String id, Effect.Changed changed) {
    return update(place, id, after(changed), changed.before().etag(), changed.told());
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

  private static Event after(Effect.Changed changed) {
    CalendarEvent before = changed.before();
    Event now = Models.event(requireNonNull(before.facts().original(), "original"));
    String original = changed.event().facts().original();
    return original == null
        ? EventWriter.changed(now, before.content(), changed.event().content())
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
