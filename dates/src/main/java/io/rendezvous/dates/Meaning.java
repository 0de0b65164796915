package io.rendezvous.dates;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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

  /** Something that can be once, or again and again. */
  sealed interface Occasion extends Meaning {
    LocalDateTime start();
  }

  /** A phrase that names no day: the caller should say so instead of picking one. */
  sealed interface Problem extends Meaning {}

  /** A whole day. */
  record Day(LocalDate date) implements Point, Stretch, Occasion {
    @Override
    public Period period() {
      return Period.ofDays(date, date);
    }

    @Override
    public LocalDateTime start() {
      return date.atStartOfDay();
    }
  }

  /**
   * A time on a day; the next such time where no day was said.
   *
   * @param otherwise the same hour of the other half of the day, where the words leave that open
   */
  record Moment(LocalDateTime at, boolean dayStated, Optional<LocalDateTime> otherwise)
      implements Point, Occasion {
    public Moment(LocalDateTime at, boolean dayStated) {
      this(at, dayStated, Optional.empty());
    }

    @Override
    public LocalDate date() {
      return at.toLocalDate();
    }

    @Override
    public LocalDateTime start() {
      return at;
    }
  }

  /** A part of a day; the next such part where no day was said. */
  record Part(LocalDate date, DayPart part, boolean dayStated) implements Stretch, Occasion {
    @Override
    public Period period() {
      return part.on(date);
    }

    @Override
    public LocalDateTime start() {
      return period().from();
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
  record Range(Point from, Point to) implements Stretch, Occasion {
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

    @Override
    public LocalDateTime start() {
      return period().from();
    }

    private static LocalDateTime startOf(Point point) {
      return point.date().atStartOfDay();
    }
  }

  /** Some time within these limits: before noon, after 5pm, by Friday. */
  record Within(LocalDateTime from, LocalDateTime to) implements Stretch {
    @Override
    public Period period() {
      return new Period(from, to);
    }
  }

  /** Something that repeats, and its first occurrence. */
  record Series(Recurrence recurrence, Occasion first) implements Meaning {
    /** When the next occurrences begin, the first one among them; fewer where it ends before. */
    public List<LocalDateTime> next(int count) {
      return recurrence.from(first.start()).limit(count).toList();
    }

    /** The rule of RFC 5545, for a first occurrence in that zone. */
    public String rule(ZoneId zone) {
      return isOfWholeDays() ? recurrence.rule() : recurrence.rule(zone);
    }

    private boolean isOfWholeDays() {
      return first instanceof Day
          || (first instanceof Part(_, var part, _) && part == DayPart.ALL_DAY);
    }
  }

  /** How long something takes, or by how much it is moved. */
  record Length(Duration duration) implements Meaning {}

  /** The date is on another weekday than the one that was said with it. */
  record Mismatch(LocalDate date, DayOfWeek stated) implements Problem {}

  /** The month has no such day. */
  record NoSuchDay(int day, Month month) implements Problem {}

  /** The month has no fifth such weekday. */
  record NoSuchWeekday(int nth, DayOfWeek weekday, YearMonth month) implements Problem {}
}
