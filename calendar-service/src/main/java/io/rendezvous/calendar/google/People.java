package io.rendezvous.calendar.google;

import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.EventAttendee;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.calendar.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attendees as Google has them. */
final class People {
  private static final String NO_ANSWER = "needsAction";

  private People() {}

  static List<Attendee> read(Event event) {
    return all(event).stream()
        .filter(one -> one.getEmail() != null || one.getDisplayName() != null)
        .map(People::read)
        .toList();
  }

  /** The user among them, whom Google marks. */
  static Optional<Attendee> self(Event event) {
    return all(event).stream()
        .filter(one -> Boolean.TRUE.equals(one.getSelf()))
        .filter(one -> one.getEmail() != null)
        .findFirst()
        .map(People::read);
  }

  /** Whoever stays the same keeps what only Google knows of them. */
  static void write(Event event, List<Attendee> attendees) {
    List<EventAttendee> known = all(event);
    var written = new ArrayList<EventAttendee>();
    for (Attendee attendee : attendees) {
      EventAttendee one =
          known.stream()
              .filter(other -> other.getEmail() != null)
              .filter(other -> read(other).person().equals(attendee.person()))
              .findFirst()
              .map(EventAttendee::clone)
              .orElseGet(() -> new EventAttendee().setEmail(attendee.email()));
      if (one.getResponseStatus() == null || !read(one).equals(attendee)) {
        written.add(changed(one, attendee));
      } else {
        written.add(one);
      }
    }
    event.setAttendees(written);
  }

  private static EventAttendee changed(EventAttendee one, Attendee attendee) {
    return one.setDisplayName(attendee.name())
        .setOptional(attendee.optional() ? Boolean.TRUE : null)
        .setResponseStatus(written(attendee.response()));
  }

  private static List<EventAttendee> all(Event event) {
    return Objects.requireNonNullElse(event.getAttendees(), List.of());
  }

  private static Attendee read(EventAttendee one) {
    return new Attendee(
        one.getEmail(),
        one.getDisplayName(),
        Boolean.TRUE.equals(one.getOptional()),
        response(one.getResponseStatus()));
  }

  private static @Nullable Response response(@Nullable String status) {
    return switch (status) {
      case "accepted" -> Response.ACCEPTED;
      case "declined" -> Response.DECLINED;
      case "tentative" -> Response.TENTATIVE;
      case null, default -> null;
    };
  }

  private static String written(@Nullable Response response) {
    return switch (response) {
      case ACCEPTED -> "accepted";
      case DECLINED -> "declined";
      case TENTATIVE -> "tentative";
      case null -> NO_ANSWER;
    };
  }
}
