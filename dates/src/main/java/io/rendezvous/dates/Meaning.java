package io.rendezvous.dates;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;

/** What a phrase about time means; all times are local to whoever said it. */
public sealed interface Meaning {
  /** A phrase that covers a stretch of time. */
  sealed interface Stretch extends Meaning {
    Period period();
  }

  /** One end of a range. */
  sealed interface Point extends Meaning {
    LocalDate date();
  }

  /** A phrase that names no day: the caller should say so instead of picking one. */
  sealed interface Problem extends Meaning {}

  /** A whole day. */
  record Day(LocalDate date) implements Point, Stretch {
    @Override
    public Period period() {
      return Period.ofDays(date, date);
    }
  }

  /** A time on a day; the next such time where no day was said. */
  record Moment(LocalDateTime at, boolean dayStated) implements Point {
    @Override
    public LocalDate date() {
      return at.toLocalDate();
    }
  }

  /** A part of a day; the next such part where no day was said. */
  record Part(LocalDate date, DayPart part, boolean dayStated) implements Stretch {
    @Override
    public Period period() {
      return part.on(date);
    }
  }

  /** A week, a week-end, a month: from the first to the last day, both part of it. */
  record Days(LocalDate first, LocalDate last) implements Stretch {
    @Override
    public Period period() {
      return Period.ofDays(first, last);
    }
  }

  /** From one point to another, as they were said: the second may come before the first. */
  record Range(Point from, Point to) implements Stretch {
    /** An end before the start is on the next day, or for whole days in the next week. */
    @Override
    public Period period() {
      LocalDateTime start = from instanceof Moment moment ? moment.at() : startOf(from);
      LocalDateTime end = to instanceof Moment moment ? moment.at() : startOf(to).plusDays(1);
      boolean times = from instanceof Moment && to instanceof Moment;
      while (!end.isAfter(start)) {
        end = times ? end.plusDays(1) : end.plusWeeks(1);
      }
      return new Period(start, end);
    }

    private static LocalDateTime startOf(Point point) {
      return point.date().atStartOfDay();
    }
  }

  /** How long something takes, or by how much it is moved. */
  record Length(Duration duration) implements Meaning {}

  /** The date is on another weekday than the one that was said with it. */
  record Mismatch(LocalDate date, DayOfWeek stated) implements Problem {}

  /** The month has no such day. */
  record NoSuchDay(int day, Month month) implements Problem {}
}
