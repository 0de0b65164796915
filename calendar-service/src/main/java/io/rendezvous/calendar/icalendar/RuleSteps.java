package io.rendezvous.calendar.icalendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Goes through a rule step by step, and through the starts of each. */
final class RuleSteps implements Iterator<LocalDateTime> {
  /**
   * Steps that may find nothing, one after the other: more than the eight years between leap days.
   */
  private static final int MAX_EMPTY_STEPS = 10_000;

  private final Frequency frequency;
  private final int interval;
  private final RuleDays days;
  private final RuleTimes times;
  private final List<Integer> positions;
  private final LocalDateTime first;
  private final LocalDateTime latest;
  private final Deque<LocalDateTime> found = new ArrayDeque<>();
  private long step;

  RuleSteps(Rule rule, LocalDateTime first, LocalDateTime from, LocalDateTime latest) {
    this.frequency = rule.frequency();
    this.interval = rule.interval();
    this.days = rule.days(first);
    this.times = rule.times(first);
    this.positions = rule.positions();
    this.first = first;
    this.latest = latest;
    long between = frequency.unit().between(first, from);
    this.step = Math.max(0, between / interval - 1);
  }

  @Override
  public boolean hasNext() {
    for (int empty = 0; found.isEmpty() && empty < MAX_EMPTY_STEPS; empty++) {
      if (begin(step).isAfter(latest)) {
        return false;
      }
      advance();
    }
    return !found.isEmpty();
  }

  @Override
  public LocalDateTime next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.removeFirst();
  }

  private void advance() {
    LocalDateTime begin = begin(step);
    if (!frequency.isShorterThan(Frequency.DAILY)) {
      keep(
          days.within(begin.toLocalDate()).stream()
              .flatMap(day -> times.of(day).stream())
              .toList());
      step++;
    } else if (!days.allow(begin.toLocalDate())) {
      skipTo(begin.toLocalDate().plusDays(1).atStartOfDay());
    } else if (!times.allowHour(begin)) {
      skipTo(begin.truncatedTo(ChronoUnit.HOURS).plusHours(1));
    } else if (!times.allowMinute(begin)) {
      skipTo(begin.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1));
    } else {
      if (times.allowSecond(begin)) {
        keep(times.within(begin));
      }
      step++;
    }
  }

  /** To the first step from then on. */
  private void skipTo(LocalDateTime time) {
    long away = frequency.unit().between(begin(0), time);
    long next = away / interval;
    step = Math.max(step + 1, begin(next).isBefore(time) ? next + 1 : next);
  }

  /** Where a step begins: with its year, month, week or day, or as the first start does. */
  private LocalDateTime begin(long number) {
    LocalDate day = first.toLocalDate();
    LocalDateTime zero =
        switch (frequency) {
          case YEARLY -> day.withDayOfYear(1).atTime(LocalTime.MIN);
          case MONTHLY -> day.withDayOfMonth(1).atTime(LocalTime.MIN);
          case WEEKLY ->
              day.with(TemporalAdjusters.previousOrSame(days.weekStart())).atTime(LocalTime.MIN);
          case DAILY -> day.atTime(LocalTime.MIN);
          case HOURLY -> first.truncatedTo(ChronoUnit.HOURS);
          case MINUTELY -> first.truncatedTo(ChronoUnit.MINUTES);
          case SECONDLY -> first;
        };
    return zero.plus(number * interval, frequency.unit());
  }

  private void keep(List<LocalDateTime> starts) {
    if (positions.isEmpty()) {
      starts.forEach(this::add);
      return;
    }
    positions.stream()
        .map(position -> position > 0 ? position - 1 : starts.size() + position)
        .filter(index -> index >= 0 && index < starts.size())
        .distinct()
        .sorted()
        .map(starts::get)
        .forEach(this::add);
  }

  private void add(LocalDateTime start) {
    if (!start.isBefore(first)) {
      found.add(start);
    }
  }
}
