package io.rendezvous.calendar.google;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.ListingContract;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.google.GoogleAccount;

class GoogleListingTest extends ListingContract {
  private static final Calendar CALENDAR = TestGoogle.open();

  @Override
  protected Calendar calendars() {
    return CALENDAR;
  }

  @Override
  protected CalendarId calendar() {
    return TestGoogle.calendar(ana);
  }

  @Override
  protected CalendarId calendarOf(UserId other) {
    return TestGoogle.calendar(other);
  }

  @Override
  protected Attendee me() {
    return new Attendee(GoogleAccount.EMAIL, null);
  }
}
