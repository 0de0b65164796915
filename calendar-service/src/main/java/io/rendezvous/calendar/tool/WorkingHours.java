package io.rendezvous.calendar.tool;

import io.rendezvous.calendar.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When somebody works: between two local times, Monday to Friday. */
record WorkingHours(LocalTime start, LocalTime end, ZoneId zone) {
  /** The days of the period that count: weekend days only where it holds no others. */
  List<LocalDate> days(Period period) {
    LocalDate first = period.from().atZone(zone).toLocalDate();
    LocalDate last = period.to().minusNanos(1).atZone(zone).toLocalDate();
    List<LocalDate> all = first.datesUntil(last.plusDays(1)).toList();
    List<LocalDate> workdays = all.stream().filter(day -> !isWeekend(day)).toList();
    return workdays.isEmpty() ? all : workdays;
  }

  /** The working hours of a day, as far as they lie between these times. */
  Optional<Period> on(LocalDate day, Instant notBefore, Instant notAfter) {
    Instant open = later(LocalTimes.instant(day.atTime(start), zone), notBefore);
    Instant close = earlier(LocalTimes.instant(day.atTime(end), zone), notAfter);
    return close.isAfter(open) ? Optional.of(new Period(open, close)) : Optional.empty();
  }

  /** What of a stretch is within the hours of working days. */
  Stream<Period> within(Period stretch) {
    LocalDate first = stretch.from().atZone(zone).toLocalDate();
    LocalDate last = stretch.to().atZone(zone).toLocalDate();
    return first
        .datesUntil(last.plusDays(1))
        .filter(day -> !isWeekend(day))
        .flatMap(day -> on(day, stretch.from(), stretch.to()).stream());
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
