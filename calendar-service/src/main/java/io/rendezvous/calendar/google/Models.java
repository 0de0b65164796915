package io.rendezvous.calendar.google;

import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Google's events as JSON, and back; fields that its library does not know are kept. */
final class Models {
  static final JsonFactory JSON = GsonFactory.getDefaultInstance();

  private Models() {}

  /** A page without any is written without a list. */
  static List<Event> items(Events page) {
    return Objects.requireNonNullElse(page.getItems(), List.of());
  }

  static String text(Event event) {
    try {
      return JSON.toString(event);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Of what {@link #text} has written. */
  static Event event(String text) {
    try {
      return JSON.fromString(text, Event.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
