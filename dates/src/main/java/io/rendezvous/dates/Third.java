package io.rendezvous.dates;

import io.rendezvous.dates.Meaning.Days;
import java.time.LocalDate;
import java.time.YearMonth;

/** The beginning, the middle or the end of a week, a month or a year. */
enum Third {
  BEGINNING,
  MIDDLE,
  END;

  /** Of a working week. */
  Days ofWeek(LocalDate monday) {
    return switch (this) {
      case BEGINNING -> new Days(monday, monday.plusDays(1));
      case MIDDLE -> new Days(monday.plusDays(1), monday.plusDays(3));
      case END -> new Days(monday.plusDays(3), monday.plusDays(4));
    };
  }

  Days ofMonth(YearMonth month) {
    return switch (this) {
      case BEGINNING -> new Days(month.atDay(1), month.atDay(10));
      case MIDDLE -> new Days(month.atDay(11), month.atDay(20));
      case END -> new Days(month.atDay(21), month.atEndOfMonth());
    };
  }

  Days ofYear(int year) {
    return switch (this) {
      case BEGINNING -> Dates.months(YearMonth.of(year, 1), 1);
      case MIDDLE -> Dates.months(YearMonth.of(year, 6), 2);
      case END -> Dates.months(YearMonth.of(year, 12), 1);
    };
  }
}
