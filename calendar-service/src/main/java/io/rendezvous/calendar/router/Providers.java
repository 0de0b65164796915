package io.rendezvous.calendar.router;

import io.rendezvous.calendar.Calendar;
import io.rendezvous.calendar.account.Provider;
import java.util.Optional;

/** The calendars of each provider; of those that this process has. */
record Providers(Calendar embedded, Optional<Calendar> google, Optional<Calendar> caldav) {
  Optional<Calendar> of(Provider provider) {
    return switch (provider) {
      case GOOGLE -> google;
      case CALDAV -> caldav;
    };
  }
}
