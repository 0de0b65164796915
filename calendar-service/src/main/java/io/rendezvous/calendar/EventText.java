package io.rendezvous.calendar;

import static java.util.Objects.requireNonNull;

import io.rendezvous.common.calendar.Attendee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of an event, personal as a whole: adapters of ours store them sealed only. */
public record EventText(
    String title,
    @Nullable String description,
    @Nullable String location,
    List<Attendee> attendees) {
  public EventText {
    requireNonNull(title, "title");
    attendees = List.copyOf(attendees);
  }
}
