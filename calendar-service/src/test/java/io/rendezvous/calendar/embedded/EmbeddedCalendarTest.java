package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarContract;

class EmbeddedCalendarTest extends CalendarContract {
  private static final Calendar CALENDAR = TestCalendar.open("embedded-calendar-");

  @Override
  protected Calendar calendars() {
    return CALENDAR;
  }
}
