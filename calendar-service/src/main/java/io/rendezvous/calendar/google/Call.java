package io.rendezvous.calendar.google;

import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.CalendarRequest;
import java.io.IOException;

/** Makes one request to Google's API. */
@FunctionalInterface
interface Call<T> {
  CalendarRequest<T> of(Calendar google) throws IOException;
}
