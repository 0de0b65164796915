package io.rendezvous.calendar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must hold of an event, as it is found, for it to be touched. */
@FunctionalInterface
public interface Condition {
  Condition NONE = _ -> Optional.empty();

  /** Why it is not to be touched; empty where it is. */
  Optional<CalendarFailure> refuses(CalendarEvent current);

  /** That it is still this version; null asks for nothing. */
  static Condition version(@Nullable String etag) {
    return etag == null
        ? NONE
        : current ->
            current.etag().equals(etag)
                ? Optional.empty()
                : Optional.of(new CalendarFailure.Conflict());
  }
}
