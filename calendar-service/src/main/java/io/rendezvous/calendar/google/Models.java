package io.rendezvous.calendar.google;

import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.model.Event;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Google's events as JSON, and back; fields that its library does not know are kept. */
final class Models {
  static final JsonFactory JSON = GsonFactory.getDefaultInstance();

  private Models() {}

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
