package io.rendezvous.calendar.caldav;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.CalendarId;
import io.rendezvous.calendar.ListingContract;
import io.rendezvous.common.calendar.Attendee;
import io.rendezvous.common.id.UserId;
import io.rendezvous.testsupport.DavServer;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DavServer.class)
class CalDavListingTest extends ListingContract {
  private final DavFixture dav;

  CalDavListingTest(DavServer server) {
    dav = new DavFixture(server);
  }

  @Override
  protected Calendar calendars() {
    return dav.calendars();
  }

  @Override
  protected CalendarId calendar() {
    return dav.calendar(ana);
  }

  @Override
  protected CalendarId calendarOf(UserId other) {
    return dav.calendar(other);
  }

  @Override
  protected Attendee me() {
    return dav.me();
  }
}
