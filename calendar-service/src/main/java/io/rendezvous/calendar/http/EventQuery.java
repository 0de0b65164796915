package io.rendezvous.calendar.http;

import io.rendezvous.calendar.Period;
import io.rendezvous.calendar.http.Problem.FieldProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list of events is asked for with. */
sealed interface EventQuery {
  int DEFAULT_LIMIT = 10;
  int GREATEST_LIMIT = 100;
  Duration DEFAULT_PERIOD = Duration.ofDays(7);

  record Asked(Period period, int limit) implements EventQuery {}

  record Rejected(List<FieldProblem> errors) implements EventQuery {}

  static EventQuery parse(
      @Nullable String from, @Nullable String to, @Nullable String limit, Instant now) {
    var errors = new ArrayList<FieldProblem>();
    Instant start = time("from", from, now, errors);
    Instant end = time("to", to, start.plus(DEFAULT_PERIOD), errors);
    int number = limit == null ? DEFAULT_LIMIT : number(limit).orElse(0);
    if (number < 1 || number > GREATEST_LIMIT) {
      errors.add(new FieldProblem("limit", "must be a number from 1 to " + GREATEST_LIMIT));
    }
    if (errors.isEmpty() && !end.isAfter(start)) {
      errors.add(new FieldProblem("to", "must be after from"));
    }
    return errors.isEmpty() ? new Asked(new Period(start, end), number) : new Rejected(errors);
  }

  private static Instant time(
      String field, @Nullable String value, Instant otherwise, List<FieldProblem> errors) {
    if (value == null) {
      return otherwise;
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      if (time.getYear() >= 1 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeException notATime) {
      // Told below.
    }
    errors.add(
        new FieldProblem(field, "must be a time with offset, like 2026-11-27T13:00:00+01:00"));
    return otherwise;
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
