package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.EventTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks slots for several people: first those that suit all, away from lunch and the ends of the
 * day where each is, then the earlier ones.
 */
record Comfort(List<ZoneId> zones) {
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final LocalTime LUNCH = LocalTime.NOON;
  private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
  private static final LocalTime EVENING = LocalTime.of(17, 0);

  Comfort {
    zones = List.copyOf(zones);
  }

  List<EventTime> rank(List<EventTime> slots) {
    return slots.stream()
        .sorted(Comparator.comparingLong(this::unhappy).thenComparing(EventTime::start))
        .toList();
  }

  private long unhappy(EventTime slot) {
    return zones.stream().distinct().filter(zone -> !suits(slot, zone)).count();
  }

  private static boolean suits(EventTime slot, ZoneId zone) {
    LocalTime start = slot.start().atZone(zone).toLocalTime();
    LocalTime end = slot.end().atZone(zone).toLocalTime();
    return isWithin(start, end, MORNING, LUNCH) || isWithin(start, end, AFTERNOON, EVENING);
  }

  private static boolean isWithin(LocalTime start, LocalTime end, LocalTime from, LocalTime to) {
    return !start.isBefore(from) && !end.isAfter(to) && end.isAfter(start);
  }
}
