package io.rendezvous.gateway.text;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a sentence says about time; of each thing the first that is said counts. */
final class TimeFold {
  private final LocalDateTime now;
  private @Nullable LocalDate day;
  private @Nullable LocalDate lastDay;
  private @Nullable LocalTime time;
  private @Nullable Duration length;
  private @Nullable Recurrence recurrence;

  private TimeFold(LocalDateTime now) {
    this.now = now;
  }

  /**
   * What the phrases say together.
   *
   * @throws Problem 400 if they name a day that there is not
   */
  static Stated of(List<DatePhrase> phrases, LocalDateTime now) {
    var fold = new TimeFold(now);
    phrases.forEach(phrase -> fold.see(phrase.meaning()));
    return fold.stated();
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
      case Meaning.Days(var first, _) -> on(soonest(first));
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
      LocalDate end = period.to().toLocalDate();
      wholeDays(
          period.from().toLocalDate(), range.to() instanceof Meaning.Day ? end.minusDays(1) : end);
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

  private Stated stated() {
    return new Stated(day, lastDay, time, length, recurrence);
  }
}
