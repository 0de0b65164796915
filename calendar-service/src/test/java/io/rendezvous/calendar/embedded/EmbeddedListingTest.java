package io.rendezvous.calendar.embedded;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.ListingContract;

class EmbeddedListingTest extends ListingContract {
  private static final Calendar CALENDAR = TestCalendar.open("embedded-calendar-");

  @Override
  protected Calendar calendars() {
    return CALENDAR;
  }
}
