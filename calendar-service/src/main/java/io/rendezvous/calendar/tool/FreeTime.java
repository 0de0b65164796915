package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import io.rendezvous.calendar.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the earliest free slots of one length: they begin at quarters of an hour, and none overlaps
 * another.
 *
 * @param others when those work who are to be there, too
 * @param busy when anybody is
 */
record FreeTime(
    WorkingHours hours,
    List<WorkingHours> others,
    List<EventTime> busy,
    Duration length,
    int limit) {
  private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

  FreeTime {
    others = List.copyOf(others);
    busy = List.copyOf(busy);
  }

  /** Of one user alone. */
  FreeTime(WorkingHours hours, List<EventTime> busy, Duration length, int limit) {
    this(hours, List.of(), busy, length, limit);
  }

  /** The slots within the period, from now on and not after what is known of the calendar. */
  List<EventTime> slots(Period period, Instant now, Instant knownUntil) {
    Instant from = now.isAfter(period.from()) ? now : period.from();
    var slots = new ArrayList<EventTime>();
    for (LocalDate day : hours.days(period)) {
      hours
          .on(day, from, knownUntil)
          .map(this::shared)
          .orElse(List.of())
          .forEach(open -> collect(open, slots));
    }
    return slots;
  }

  /** What of this the others work, too. */
  private List<Period> shared(Period open) {
    List<Period> shared = List.of(open);
    for (WorkingHours other : others) {
      shared = shared.stream().flatMap(other::within).toList();
    }
    return shared;
  }

  private void collect(Period open, List<EventTime> slots) {
    Instant start = quarter(open.from());
    while (slots.size() < limit && !start.plus(length).isAfter(open.to())) {
      var slot = new EventTime(start, start.plus(length), hours.zone());
      Instant free = freeAfter(slot);
      if (free.equals(start)) {
        slots.add(slot);
        start = quarter(slot.end());
      } else {
        start = quarter(free);
      }
    }
  }

  /** The slot's own start where it is free, else the end of the last event in its way. */
  private Instant freeAfter(EventTime slot) {
    return busy.stream()
        .filter(other -> other.start().isBefore(slot.end()) && other.end().isAfter(slot.start()))
        .map(EventTime::end)
        .max(Instant::compareTo)
        .orElse(slot.start());
  }

  /** The next local quarter of an hour: zones differ from UTC by odd minutes in the past only. */
  private Instant quarter(Instant time) {
    ZoneId zone = hours.zone();
    long offset = zone.getRules().getOffset(time).getTotalSeconds();
    long whole = time.getNano() == 0 ? time.getEpochSecond() : time.getEpochSecond() + 1;
    long quarters = Math.ceilDiv(whole + offset, QUARTER_SECONDS);
    return Instant.ofEpochSecond(quarters * QUARTER_SECONDS - offset);
  }
}
