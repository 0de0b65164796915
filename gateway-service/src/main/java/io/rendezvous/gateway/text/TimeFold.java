package io.rendezvous.gateway.text;

import io.rendezvous.common.command.Preferences;
import io.rendezvous.dates.DatePhrase;
import io.rendezvous.dates.DayPart;
import io.rendezvous.dates.Meaning;
import io.rendezvous.dates.Recurrence;
import io.rendezvous.gateway.problem.FieldError;
import io.rendezvous.gateway.problem.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one time of what a sentence says about time; of each thing the first that is said counts.
 * Without a day it is today, without a time the next beginning of the working day, without a length
 * the user's usual one.
 */
final class TimeFold {
  private final LocalDateTime now;
  private final Preferences preferences;
  private @Nullable LocalDate day;
  private @Nullable LocalDate lastDay;
  private @Nullable LocalTime time;
  private @Nullable Duration length;
  private @Nullable Recurrence recurrence;

  private TimeFold(LocalDateTime now, Preferences preferences) {
    this.now = now;
    this.preferences = preferences;
  }

  static TimeFold of(List<DatePhrase> phrases, LocalDateTime now, Preferences preferences) {
    var fold = new TimeFold(now, preferences);
    phrases.forEach(phrase -> fold.see(phrase.meaning()));
    return fold;
  }

  private void see(Meaning meaning) {
    switch (meaning) {
      case Meaning.Day(var date) -> on(date);
      case Meaning.Moment moment -> at(moment);
      case Meaning.Part(var date, var part, var dayStated) -> {
        if (dayStated) {
          on(date);
        }
        if (part == DayPart.ALL_DAY) {
          wholeDays(date, date);
        } else {
          at(part.on(date).from().toLocalTime());
        }
      }
      case Meaning.Days(var first, var last) -> on(last.isBefore(first) ? last : soonest(first));
      case Meaning.Range range -> within(range);
      case Meaning.Within(var from, _) -> after(from);
      case Meaning.Series series -> {
        recurrence = recurrence == null ? series.recurrence() : recurrence;
        see(series.first());
        on(series.first().start().toLocalDate());
      }
      case Meaning.Length(var said) -> length = length == null ? said : length;
      case Meaning.Problem _ ->
          throw Problem.invalid(new FieldError("text", "names a day that there is not"));
    }
  }

  private LocalDate soonest(LocalDate first) {
    return first.isBefore(now.toLocalDate()) ? now.toLocalDate() : first;
  }

  private void on(LocalDate date) {
    day = day == null ? date : day;
  }

  private void at(LocalTime said) {
    time = time == null ? said : time;
  }

  private void at(Meaning.Moment moment) {
    if (moment.dayStated()) {
      on(moment.date());
    }
    at(moment.at().toLocalTime());
  }

  private void wholeDays(LocalDate first, LocalDate last) {
    if (day == null || lastDay == null) {
      day = first;
      lastDay = last;
    }
  }

  private void within(Meaning.Range range) {
    var period = range.period();
    if (range.from() instanceof Meaning.Moment from) {
      at(from);
      length = length == null ? Duration.between(period.from(), period.to()) : length;
    } else {
      wholeDays(period.from().toLocalDate(), period.to().toLocalDate().minusDays(1));
    }
  }

  /** A limit in the future says when it may begin; one from now on says nothing about that. */
  private void after(LocalDateTime from) {
    if (from.isAfter(now)) {
      on(from.toLocalDate());
      if (!from.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        at(from.toLocalTime());
      }
    }
  }

  /** The rule by which it repeats; null where it does not. */
  @Nullable String rule() {
    if (recurrence == null) {
      return null;
    }
    return time().allDay() ? recurrence.rule() : recurrence.rule(preferences.timeZone());
  }

  SaidTime time() {
    if (day != null && lastDay != null && time == null) {
      return new SaidTime(day.atStartOfDay(), lastDay.plusDays(1).atStartOfDay(), true);
    }
    LocalDateTime start = start();
    Duration lasting = length == null ? Duration.ofMinutes(preferences.meetingMinutes()) : length;
    return new SaidTime(start, start.plus(lasting), false);
  }

  private LocalDateTime start() {
    LocalDate today = now.toLocalDate();
    if (time != null) {
      return (day == null ? today : day).atTime(time);
    }
    LocalDateTime working = (day == null ? today : day).atTime(preferences.dayStart());
    if (working.isAfter(now) || (day != null && !day.equals(today))) {
      return working;
    }
    if (day == null) {
      return working.plusDays(1);
    }
    // She says today, and the working day has begun.
    return now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
  }
}
