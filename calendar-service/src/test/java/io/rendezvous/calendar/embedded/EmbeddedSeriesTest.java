package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.SeriesContract;

class EmbeddedSeriesTest extends SeriesContract {
  private static final Calendar CALENDAR = TestCalendar.open("embedded-calendar-");

  @Override
  protected Calendar calendars() {
    return CALENDAR;
  }
}
