package io.rendezvous.calendar.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rendezvous.calendar.Availability;
import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.router.BusyTimes;
import io.rendezvous.calendar.router.BusyTimes.OfCalendar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people and the user's own calendars are busy; {@code busy} is null where it is not known.
 */
record BusyBody(List<Person> people, List<Own> calendars) {
  /** Somebody who was asked for. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Person(String email, @Nullable List<Busy> busy) {
    static Person of(Availability availability) {
      return new Person(availability.email(), Busy.of(availability.busy()));
    }
  }

  /** A calendar of the user's own. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Own(String calendarId, @Nullable List<Busy> busy) {
    static Own of(OfCalendar calendar) {
      return new Own(calendar.calendar().name(), Busy.of(calendar.busy()));
    }
  }

  /** A stretch of time, {@code end} exclusive. */
  record Busy(Instant start, Instant end) {
    static @Nullable List<Busy> of(@Nullable List<Period> periods) {
      return periods == null
          ? null
          : periods.stream().map(period -> new Busy(period.from(), period.to())).toList();
    }
  }

  static BusyBody of(BusyTimes times) {
    return new BusyBody(
        times.people().stream().map(Person::of).toList(),
        times.calendars().stream().map(Own::of).toList());
  }
}
